// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// What became of a transaction: where it stands, whether it succeeded, its events and its cost.
///
/// @param gasPrice wei for a unit of gas actually paid
/// @param created the contract that it made, if any
public record TxReceipt(
    TxHash transaction,
    BlockRef block,
    boolean succeeded,
    List<EvmLog> logs,
    long gasUsed,
    BigInteger gasPrice,
    Optional<EvmAddress> created) {
  /// Keeps a copy of the events.
  public TxReceipt {
    logs = List.copyOf(logs);
  }
}
