// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;

/// One set of arbiters: compressed keys of 33 bytes, the council's first. Immutable.
///
/// @param number how many sets were announced before it
public record Arbiters(int number, List<Bytes> seats, List<Bytes> council) {
  /// Copies the lists.
  public Arbiters {
    seats = List.copyOf(seats);
    council = List.copyOf(council);
  }

  /// How many distinct signers confirm: more than two thirds.
  public int quorum() {
    return seats.size() * 2 / 3 + 1;
  }
}
