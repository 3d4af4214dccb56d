// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.license.Denylist;

/// What the operator blocks, read anew from his public log every few seconds, and how often a
/// wallet and an asset may be asked for. Thread-safe; blocks.
final class OperatorRules implements Denylist {
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final int ROOM = 65_536;

  private final DenialLog log;
  private final InstantSource clock;
  private final TokenBuckets<EvmAddress> wallets;
  private final TokenBuckets<AssetId> assets;
  private volatile Read read = new Read(Instant.MIN, Set.of());

  private record Read(Instant at, Set<String> blocked) {}

  OperatorRules(DenialLog log, NodeLimits limits, InstantSource clock) {
    this.log = log;
    this.clock = clock;
    this.wallets = new TokenBuckets<>(limits.wallet(), ROOM);
    this.assets = new TokenBuckets<>(limits.asset(), ROOM);
  }

  @Override
  public boolean denies(EvmAddress wallet, AssetId asset) {
    Set<String> blocked = blocked();
    return blocked.contains("wallet:" + wallet) || blocked.contains("asset:" + asset.hash().hex());
  }

  @Override
  public boolean admits(EvmAddress wallet, AssetId asset) {
    Instant now = clock.instant();
    return wallets.take(wallet, now) && assets.take(asset, now);
  }

  /// Forgets buckets that are full.
  void forget() {
    Instant now = clock.instant();
    wallets.forget(now);
    assets.forget(now);
  }

  private Set<String> blocked() {
    Read known = read;
    Instant now = clock.instant();
    if (known.at.isBefore(now.minus(FRESH))) {
      Map<String, String> blocked = log.blocked();
      known = new Read(now, Set.copyOf(blocked.keySet()));
      read = known;
    }
    return known.blocked;
  }
}
