// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;

/// Port to the ELA mainchain as it was verified here. Nothing in its answers rests on a source's
/// word. Blocks; thread-safe.
public interface Mainchain {
  /// Where the chain stands.
  MainchainStatus status();

  /// The block of the best chain at a height.
  Optional<StoredBlock> blockAt(long height);

  /// A verified block of any branch.
  Optional<StoredBlock> block(Hash256 hash);

  /// What became of a transaction: one that was kept, or one that a source could show with proof.
  TransactionReading transaction(Hash256 txid);

  /// The kept transactions of a verified block, by position.
  List<KeptTransaction> transactionsIn(Hash256 block);

  /// What became of the best chain after this number, in order. Keep the number of the last event
  /// together with its effect.
  List<ChainEvent> eventsAfter(long number, int most);
}
