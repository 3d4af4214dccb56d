// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;

/// Port that looks for transactions that were not kept. What it finds is proved to stand in a block
/// that is stored; that it finds nothing proves nothing. Blocks; thread-safe.
@FunctionalInterface
public interface TransactionFinder {
  /// The transaction in a stored block.
  Optional<KeptTransaction> find(Hash256 txid);
}
