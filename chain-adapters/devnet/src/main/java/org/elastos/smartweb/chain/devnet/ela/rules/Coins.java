// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;

/// What rules ask about the chain below a transaction.
public interface Coins {
  /// An output, unless it is unknown or spent.
  Optional<Coin> coin(OutPoint at);

  /// A transaction in the chain.
  Optional<ElaTransaction> transaction(Hash256 txid);

  /// Whether a side chain's transaction was paid, by its hash as the output names it.
  boolean withdrawn(Hash256 sideTransaction);

  /// Whether a failed deposit was given back.
  boolean refunded(Hash256 deposit);
}
