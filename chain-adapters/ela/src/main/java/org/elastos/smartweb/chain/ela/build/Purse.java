// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.build;

import java.util.List;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.address.ElaAddress;

/// Where the coins of a transaction come from: outputs of one owner, what the miner gets, and the
/// height of the block that is to take it (locked outputs below it are usable). What is left over
/// goes back to the owner. Immutable.
public record Purse(ElaAddress owner, List<Spendable> outputs, Sela fee, long height) {
  /// Copies the list.
  public Purse {
    outputs = List.copyOf(outputs);
  }
}
