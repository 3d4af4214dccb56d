// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import java.util.List;
import java.util.Map;
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

  /// The height up to which nothing is ever undone by itself; falls by an operator's settlement
  /// only.
  @Override
  long finalHeight();

  /// Puts new blocks in, unless the best block or the final height is no longer the one from which
  /// the changes were worked out, or one of them stands on a block that lost a contest meanwhile.
  ///
  /// @return whether they were put in
  boolean apply(ChainCommit commit);

  /// Which of these blocks are stored, in any branch.
  Set<Hash256> storedAmong(Set<Hash256> blocks);

  /// What contradicts the best chain, if something does.
  Optional<Contest> contest();

  /// Somebody looked into it and decided: the contest ends. Blocks that lost keep their headers as
  /// evidence until they are forgotten, but nothing is built on them.
  ///
  /// @return whether it took effect: not when the best block is another than the decision's basis
  boolean settle(Settlement decision);

  /// Which of these blocks lost a contest.
  Set<Hash256> rejectedAmong(Set<Hash256> blocks);

  /// Goes on from a newer checkpoint: blocks beside the best chain and those that leave it are
  /// forgotten, a contest ends, and the checkpoint is the best and final block and the origin.
  ///
  /// @return whether it took effect: not when the best block is another than the basis
  boolean rebase(Rebase rebase);

  /// Spends of locked outputs in blocks of the best chain that our rule refuses and that nobody has
  /// acknowledged, newest first.
  List<LockedSpend> refusedSpends(int most);

  /// Somebody looked into all refused spends up to here.
  ///
  /// @return how many there were
  int acknowledgeSpends();

  /// Events after this number, in order.
  List<ChainEvent> eventsAfter(long number, int most);

  /// The kept transactions of a block of any branch, by position.
  List<KeptTransaction> transactionsIn(Hash256 block);

  /// The kept transaction, in its block on the best chain.
  Optional<KeptTransaction> transaction(Hash256 txid);

  /// Which of these outputs were paid to watched program hashes or to side chains' locking
  /// addresses, in any branch.
  Map<OutputId, WatchedOutput> watchedAmong(Set<OutputId> outputs);

  /// Forgets branches, confirms and points below this height; the headers of the best chain stay.
  void forgetBelow(long height);
}
