// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.verify.HeaderView;

/// Port that keeps verified blocks. Each [#apply] is whole or did not happen, whenever the process
/// dies, and durable when it returns. Blocks; safe from many threads and processes.
public interface HeaderStore extends HeaderView {
  /// What the stored chain began from; empty before [#begin].
  Optional<ChainOrigin> origin();

  /// Begins with this block; again with the same one changes nothing.
  ///
  /// @throws MainchainException `origin_differs` when the store began from another block
  void begin(ChainOrigin origin);

  /// A stored block of any branch.
  Optional<StoredBlock> block(Hash256 hash);

  /// The height up to which nothing is ever undone; never falls.
  @Override
  long finalHeight();

  /// Puts new blocks in, unless the best block is no longer the one from which the changes were
  /// worked out.
  ///
  /// @return whether they were put in
  boolean apply(ChainCommit commit);

  /// Which of these blocks are stored, in any branch.
  Set<Hash256> storedAmong(Set<Hash256> blocks);

  /// What contradicts the best chain, if something does.
  Optional<Contest> contest();

  /// Somebody looked into it and decided for the chain as it is stored.
  void settle();

  /// Events after this number, in order.
  List<ChainEvent> eventsAfter(long number, int most);

  /// The kept transactions of a block of any branch, by position.
  List<KeptTransaction> transactionsIn(Hash256 block);

  /// The kept transaction, in its block on the best chain.
  Optional<KeptTransaction> transaction(Hash256 txid);

  /// Which of these outputs were paid to watched program hashes.
  Set<OutputId> watchedAmong(Set<OutputId> outputs);

  /// Forgets branches, confirms and points below this height; the headers of the best chain stay.
  void forgetBelow(long height);
}
