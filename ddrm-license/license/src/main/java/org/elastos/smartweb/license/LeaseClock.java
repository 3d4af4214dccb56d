// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// A home's time for offline leases, which never goes back: the wall clock, but no earlier than it
/// was ever seen to be, and no slower than the machine counts while it runs. Who sets the clock
/// back gains nothing; by more than two minutes, he is told. Safe for many threads.
public final class LeaseClock {
  /// How far a clock may be corrected backwards without a word.
  public static final Duration TOLERANCE = Duration.ofMinutes(2);

  private final InstantSource wall;
  private final LongSupplier nanos;
  private Instant latest;
  private long latestNanos;

  /// @param nanos a monotonic count, in nanoseconds
  /// @param seen the latest time that this home ever saw; {@link Instant#EPOCH} for a new one
  public LeaseClock(InstantSource wall, LongSupplier nanos, Instant seen) {
    this.wall = wall;
    this.nanos = nanos;
    this.latest = seen;
    this.latestNanos = nanos.getAsLong();
  }

  /// What time it is.
  ///
  /// @param setBack whether the wall clock stands more than two minutes behind what was seen
  record Reading(Instant time, boolean setBack) {}

  /// Reads the time, no earlier than any reading before.
  ///
  /// @param floor a time that was seen, as a stored lease knows it
  synchronized Reading read(Instant floor) {
    long counted = nanos.getAsLong();
    Instant least = latest.plusNanos(Math.max(0, counted - latestNanos));
    if (floor.isAfter(least)) {
      least = floor;
    }
    Instant shown = wall.instant();
    latest = shown.isAfter(least) ? shown : least;
    latestNanos = counted;
    return new Reading(latest, shown.isBefore(least.minus(TOLERANCE)));
  }
}
