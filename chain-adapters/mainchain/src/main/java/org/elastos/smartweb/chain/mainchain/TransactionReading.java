// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

/// What the verified chain knows of a transaction.
public sealed interface TransactionReading {
  /// It stands in a block of the best chain.
  ///
  /// @param confirmations 1 in the best block
  /// @param isFinal whether its block is never undone
  record Included(KeptTransaction transaction, long height, long confirmations, boolean isFinal)
      implements TransactionReading {}

  /// It stands in no block that we have; or it has nothing to do with a watched program hash, or is
  /// older than the store or the watching, and nobody asked could show it.
  record NotSeen() implements TransactionReading {}
}
