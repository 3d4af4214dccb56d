// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.elastos.smartweb.ddrm.Grant;

/// When a key may be used: the one definition of the three durations of a grant
/// (docs/spec/license-network.md §6), each with one beginning.
///
/// Playback period: from the licence's date, how long the key lives in the Runtime. Rental period:
/// from the first licence, how long licences are given. Offline lease: from the licence's date, how
/// long the home may keep the key sealed on its disk. Whatever ends first ends it. Whole seconds;
/// beginnings count, ends do not. Immutable.
///
/// @param at the licence's date
/// @param until when the right itself ends, if it does
/// @param playSeconds the playback period
/// @param rentalEnd when the rental period ends, if the grant has one
/// @param leaseEnd until when the key may be kept offline; empty without a lease
public record Period(
    Instant at,
    Optional<Instant> until,
    int playSeconds,
    Optional<Instant> rentalEnd,
    Optional<Instant> leaseEnd) {
  private static final int RENEW_QUARTERS = 3;

  /// @throws IllegalArgumentException when it is over before it begins
  public Period {
    boolean over =
        playSeconds < 1
            || until.filter(end -> !end.isAfter(at)).isPresent()
            || rentalEnd.filter(end -> !end.isAfter(at)).isPresent()
            || leaseEnd.filter(end -> !end.isAfter(at)).isPresent();
    if (over) {
      throw new IllegalArgumentException("a licence ends after its date");
    }
  }

  /// What a period follows from, besides the grant.
  ///
  /// @param first when the first licence of this wallet, work and way was given
  record Facts(Instant at, Optional<Instant> until, Instant first) {}

  /// The period of a licence to play, or a refusal with `expired`.
  static Period playing(Grant grant, Facts facts) {
    Optional<Instant> rentalEnd =
        Optional.of(grant.rentalSeconds())
            .filter(seconds -> seconds > 0)
            .map(facts.first()::plusSeconds);
    Refusal.unless(
        facts.until().map(facts.at()::isBefore).orElse(true),
        RefusalCode.EXPIRED,
        "the right has ended");
    Refusal.unless(
        rentalEnd.map(facts.at()::isBefore).orElse(true),
        RefusalCode.EXPIRED,
        "the rental period has ended");
    return new Period(facts.at(), facts.until(), grant.playSeconds(), rentalEnd, Optional.empty());
  }

  /// The same with an offline lease, which ends with the lock of the unit at the latest; a refusal
  /// with `not_locked` when nothing locks it.
  Period leased(Grant grant, Optional<Instant> lockedUntil) {
    Refusal.unless(
        lockedUntil.map(at::isBefore).orElse(false),
        RefusalCode.NOT_LOCKED,
        "lock the unit until the offline lease ends");
    Instant longest = at.plusSeconds(grant.leaseSeconds());
    Optional<Instant> end = Truth.earlier(Optional.of(longest), lockedUntil);
    return new Period(
        at, until, playSeconds, rentalEnd, Truth.earlier(Truth.earlier(end, until), rentalEnd));
  }

  /// When a playback that begins now has to end, online or out of a lease.
  public Instant playEnd(Instant begin) {
    Optional<Instant> end = Optional.of(begin.plusSeconds(playSeconds));
    Optional<Instant> right = Truth.earlier(Truth.earlier(end, until), rentalEnd);
    return Truth.earlier(right, leaseEnd).orElseThrow();
  }

  /// When to ask for the next licence: after three quarters of what this one gives.
  public Instant renewAt() {
    Duration whole = Duration.between(at, leaseEnd.orElseGet(() -> playEnd(at)));
    return at.plusSeconds(whole.toSeconds() * RENEW_QUARTERS / 4);
  }

  /// What both allow: the later date, and of everything else what ends first.
  Period narrowed(Period other) {
    return new Period(
        at.isBefore(other.at) ? other.at : at,
        Truth.earlier(until, other.until),
        Math.min(playSeconds, other.playSeconds),
        Truth.earlier(rentalEnd, other.rentalEnd),
        leaseEnd.isPresent() && other.leaseEnd.isPresent()
            ? Truth.earlier(leaseEnd, other.leaseEnd)
            : Optional.empty());
  }
}
