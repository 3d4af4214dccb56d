// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.build;

import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxOutput;

/// An output that may be spent, as its own transaction has it. There is no other way to one than
/// the whole transaction, whose id is computed here: signatures do not cover what inputs are worth,
/// so whoever believed a node's number would give the difference to the miner. That it is unspent,
/// and in a block that counts, is for the caller to know. Immutable.
public final class Spendable {
  private final Hash256 txid;
  private final int index;
  private final TxOutput output;

  private Spendable(Hash256 txid, int index, TxOutput output) {
    this.txid = txid;
    this.index = index;
    this.output = output;
  }

  /// An output of a transaction.
  ///
  /// @param index from 0; empty when the transaction has no such output
  public static Optional<Spendable> of(ElaTransaction transaction, int index) {
    return index < 0 || index >= transaction.outputs().size()
        ? Optional.empty()
        : Optional.of(new Spendable(transaction.txid(), index, transaction.outputs().get(index)));
  }

  /// An output that somebody named, in the transaction that somebody showed: empty unless the
  /// transaction has that id (internal order) and such an output.
  public static Optional<Spendable> named(Hash256 txid, int index, ElaTransaction shown) {
    return of(shown, index).filter(found -> found.txid.equals(txid));
  }

  /// The id of its transaction, in internal order.
  public Hash256 txid() {
    return txid;
  }

  /// Its place in the transaction, from 0.
  public int index() {
    return index;
  }

  /// What it is worth, and to whom.
  public TxOutput output() {
    return output;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Spendable that && txid.equals(that.txid) && index == that.index;
  }

  @Override
  public int hashCode() {
    return 31 * txid.hashCode() + index;
  }

  @Override
  public String toString() {
    return txid.hex() + ":" + index;
  }
}
