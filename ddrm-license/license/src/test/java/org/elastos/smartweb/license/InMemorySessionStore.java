// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.elastos.smartweb.chain.Hash256;

/// Keeps everything in memory.
public final class InMemorySessionStore implements SessionStore {
  private final Map<Hash256, Counted> uses = new HashMap<>();
  private final Map<Hash256, Instant> revoked = new HashMap<>();

  private final Map<Hash256, Instant> rentals = new HashMap<>();

  private record Counted(long count, Instant keepUntil) {}

  @Override
  public synchronized boolean use(Hash256 session, long max, Instant keepUntil) {
    long count = uses.getOrDefault(session, new Counted(0, keepUntil)).count();
    if (count >= max) {
      return false;
    }
    uses.put(session, new Counted(count + 1, keepUntil));
    return true;
  }

  @Override
  public synchronized Instant firstPlay(Hash256 rental, Instant at) {
    Instant before = rentals.putIfAbsent(rental, at);
    return before == null ? at : before;
  }

  @Override
  public synchronized void revoke(Hash256 delegation, Instant keepUntil) {
    revoked.putIfAbsent(delegation, keepUntil);
  }

  @Override
  public synchronized boolean isRevoked(Hash256 delegation) {
    return revoked.containsKey(delegation);
  }

  @Override
  public synchronized int prune(Instant now) {
    int before = uses.size() + revoked.size();
    uses.values().removeIf(counted -> !now.isBefore(counted.keepUntil()));
    revoked.values().removeIf(keepUntil -> !now.isBefore(keepUntil));
    return before - uses.size() - revoked.size();
  }
}
