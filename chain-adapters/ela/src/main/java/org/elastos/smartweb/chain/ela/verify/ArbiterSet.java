// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;

/// The arbiters of one turn. Immutable.
///
/// @param seats one compressed P-256 key (33 bytes) per seat; an empty one is a seat whose holder
///   may not sign now, but that still counts
/// @param council the keys of the council that guards what is locked for side chains, the same way
public record ArbiterSet(List<Bytes> seats, List<Bytes> council) {
  /// The most seats that a set can have.
  public static final int MOST = 255;

  private static final int KEY_BYTES = 33;

  /// Keeps copies.
  ///
  /// @throws IllegalArgumentException when {@link #wellFormed} does not hold
  public ArbiterSet {
    seats = List.copyOf(seats);
    council = List.copyOf(council);
    if (!wellFormed(seats) || !wellFormed(council)) {
      throw new IllegalArgumentException("keys of 33 bytes, each once, at most 255");
    }
  }

  /// Whether a list is a list of seats: keys of 33 bytes or none, no key twice.
  static boolean wellFormed(List<Bytes> seats) {
    Set<Bytes> seen = new HashSet<>();
    return seats.size() <= MOST
        && seats.stream()
            .allMatch(key -> key.size() == 0 || (key.size() == KEY_BYTES && seen.add(key)));
  }

  /// Those who may sign blocks.
  public Set<Bytes> members() {
    return keys(seats);
  }

  /// Those of the council who may sign.
  public Set<Bytes> councillors() {
    return keys(council);
  }

  /// How many distinct signers make a confirm: strictly more than two thirds of all seats.
  public int quorum() {
    return seats.size() * 2 / 3 + 1;
  }

  private static Set<Bytes> keys(List<Bytes> seats) {
    Set<Bytes> keys = new HashSet<>(seats);
    keys.remove(Bytes.EMPTY);
    return Set.copyOf(keys);
  }
}
