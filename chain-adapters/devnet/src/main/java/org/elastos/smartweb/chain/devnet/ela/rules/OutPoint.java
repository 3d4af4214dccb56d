// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.tx.TxInput;

/// Names an output: transaction id in internal order, and index. Immutable.
public record OutPoint(Hash256 txid, int index) {
  /// What an input spends.
  public static OutPoint of(TxInput input) {
    return new OutPoint(input.previous(), input.index());
  }
}
