// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.license;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.home.license.DelegationStore.Kept;
import org.elastos.smartweb.license.HomeSession;

/// The licence sessions of 30 minutes that the device makes by itself from what wallets delegated
/// (decision B3): one for each delegation, made anew before it runs out. Thread-safe; close wipes.
final class HomeSessions implements AutoCloseable {
  // A request made at the very end could reach a node after it.
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private final Map<Hash256, HomeSession> open = new HashMap<>();
  private final List<HomeSession> retired = new ArrayList<>();
  private final DeviceKey device;
  private final InstantSource clock;
  private final SecureRandom random;

  HomeSessions(DeviceKey device, InstantSource clock, SecureRandom random) {
    this.device = device;
    this.clock = clock;
    this.random = random;
  }

  /// The session of a delegation, fresh enough to be used now.
  synchronized HomeSession of(Kept kept) {
    Hash256 key = kept.delegation().hash();
    Instant now = clock.instant();
    HomeSession current = open.get(key);
    if (current != null && current.session().window().to().minus(MARGIN).isAfter(now)) {
      return current;
    }
    HomeSession fresh =
        HomeSession.create(
            new HomeSession.Delegated(kept.delegation(), kept.signature()),
            device.seed(),
            HomeSession.Terms.longest(kept.delegation(), now),
            random);
    open.put(key, fresh);
    wipeEnded(now);
    if (current != null) {
      // A request that runs now may still need it.
      retired.add(current);
    }
    return fresh;
  }

  @Override
  public synchronized void close() {
    open.values().forEach(HomeSession::close);
    retired.forEach(HomeSession::close);
    open.clear();
    retired.clear();
  }

  private void wipeEnded(Instant now) {
    List<HomeSession> ended =
        retired.stream().filter(old -> !old.session().window().to().isAfter(now)).toList();
    ended.forEach(HomeSession::close);
    retired.removeAll(ended);
  }
}
