// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;

/// Hears of news after it is on disk; called outside the chain's lock and must not block.
public interface ChainListener {
  /// The tip changed.
  void tip(Hash256 hash);

  /// A transaction waits for a block.
  void waiting(ElaTransaction transaction);
}
