// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// A token bucket for each key: `burst` at once, one more each `interval`. Keeps no more keys than
/// allowed: when the room is full, full buckets go first, and else a stranger is refused, so that
/// nobody makes memory grow and nobody known loses his bucket. Thread-safe.
final class TokenBuckets<K> {
  private final Pace pace;
  private final int room;

  /// When each key's bucket is full again.
  private final Map<K, Instant> full = new HashMap<>();

  /// @param room the most keys
  TokenBuckets(Pace pace, int room) {
    this.pace = pace;
    this.room = room;
  }

  /// How often.
  ///
  /// @param burst at once, at least 1
  /// @param interval until one more
  record Pace(int burst, Duration interval) {}

  /// Takes one; false when the bucket is empty.
  synchronized boolean take(K key, Instant now) {
    if (full.size() >= room && !full.containsKey(key)) {
      forget(now);
      if (full.size() >= room) {
        return false;
      }
    }
    Instant before = full.getOrDefault(key, now);
    Instant after = (before.isBefore(now) ? now : before).plus(pace.interval);
    if (after.isAfter(now.plus(pace.interval.multipliedBy(pace.burst)))) {
      return false;
    }
    full.put(key, after);
    return true;
  }

  /// Forgets buckets that are full.
  synchronized void forget(Instant now) {
    full.values().removeIf(at -> !at.isAfter(now));
  }
}
