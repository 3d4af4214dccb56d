// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.cbor.CborMapBuilder;

/// How long a way lets the work be used: three durations, in whole seconds, each with one beginning
/// (docs/spec/license-network.md §6).
///
/// @param playSeconds playback period: how long a key lives in the Runtime, from the licence's date
/// @param rentalSeconds rental period: how long licences are given, from the first; 0 for ever
/// @param leaseSeconds offline lease: how long a home may keep the key sealed on its disk, from the
///   licence's date; 0 not at all
public record Grant(int playSeconds, int rentalSeconds, int leaseSeconds) {
  /// The longest that a key is kept: 48 hours.
  public static final int MAX_SECONDS = 48 * 3600;

  /// The longest rental: 366 days.
  public static final int MAX_RENTAL_SECONDS = 366 * 24 * 3600;

  /// @throws IllegalArgumentException unless playback and lease last up to 48 hours, playback at
  ///   least one second, and a rental up to 366 days
  public Grant {
    if (playSeconds < 1 || playSeconds > MAX_SECONDS) {
      throw new IllegalArgumentException("a grant lasts from one second to 48 hours");
    }
    if (rentalSeconds < 0 || rentalSeconds > MAX_RENTAL_SECONDS) {
      throw new IllegalArgumentException("a rental lasts up to 366 days");
    }
    if (leaseSeconds < 0 || leaseSeconds > MAX_SECONDS) {
      throw new IllegalArgumentException("an offline lease lasts up to 48 hours");
    }
  }

  /// Playing only.
  public Grant(int playSeconds) {
    this(playSeconds, 0, 0);
  }

  /// The encoding of this grant; a duration of zero is left out.
  public Cbor toCbor() {
    CborMapBuilder map = Cbor.map().put("t", "play").put("secs", playSeconds);
    if (rentalSeconds > 0) {
      map.put("rent", rentalSeconds);
    }
    return (leaseSeconds > 0 ? map.put("lease", leaseSeconds) : map).build();
  }

  /// Reads a grant.
  ///
  /// @throws CborException for any other shape
  public static Grant fromCbor(Cbor value) {
    CborMap map = value.asMap();
    map.expect("t", "play");
    int seconds = seconds(map.value("secs"), MAX_SECONDS);
    int rental = map.optional("rent", item -> seconds(item, MAX_RENTAL_SECONDS)).orElse(0);
    int lease = map.optional("lease", item -> seconds(item, MAX_SECONDS)).orElse(0);
    map.end();
    return new Grant(seconds, rental, lease);
  }

  private static int seconds(Cbor value, int longest) {
    long seconds = value.asUint();
    if (seconds == 0 || seconds > longest) {
      throw new CborException("a grant of no time, or of too much");
    }
    return (int) seconds;
  }
}
