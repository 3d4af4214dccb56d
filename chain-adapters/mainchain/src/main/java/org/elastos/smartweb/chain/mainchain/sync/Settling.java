// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.mainchain.Contest;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.Settlement;
import org.elastos.smartweb.chain.mainchain.StoredBlock;

/// Ends a contest as an operator decides: for the chain as it stands, or for the other branch. The
/// branch that lost is built on no more, and a source that follows it is dropped. Works beside a
/// running follower. Thread-safe.
public final class Settling {
  private final HeaderStore store;

  /// @param store has begun
  public Settling(HeaderStore store) {
    this.store = store;
  }

  /// What came of a decision.
  public sealed interface Outcome {
    /// The chain stays; this block and all above it are out.
    record Kept(Hash256 rejected) implements Outcome {}

    /// The other branch is the chain.
    ///
    /// @param fork the height of the last block that both have
    /// @param undone how many blocks left
    /// @param finalHeight from now on
    record Adopted(long fork, long undone, Hash256 best, long finalHeight) implements Outcome {}

    /// Nothing changed.
    record Refused(Reason reason) implements Outcome {}
  }

  /// Why a decision has no effect; the codes are stable.
  public enum Reason {
    /// Nothing contradicts the chain.
    NO_CONTEST("no_contest"),
    /// No verified block of that hash is stored.
    BRANCH_UNKNOWN("branch_unknown"),
    /// The block is on the chain already.
    BRANCH_IS_BEST("branch_is_best"),
    /// It was decided against before.
    BRANCH_REJECTED("branch_rejected"),
    /// Part of the branch was forgotten.
    BRANCH_FORGOTTEN("branch_forgotten"),
    /// The chain went on meanwhile: look again.
    CHAIN_MOVED("chain_moved");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /// The stable code.
    public String code() {
      return code;
    }
  }

  /// Decides for the chain as it stands.
  public Outcome keep() {
    Optional<Contest> contest = store.contest();
    if (contest.isEmpty()) {
      return new Outcome.Refused(Reason.NO_CONTEST);
    }
    Hash256 tip = contest.get().tip();
    List<Hash256> branch = branch(tip).orElse(List.of(tip));
    Hash256 first = branch.isEmpty() ? tip : branch.getFirst();
    Settlement decision =
        new Settlement(store.best().hash(), List.of(), List.of(), first, store.finalHeight());
    return store.settle(decision)
        ? new Outcome.Kept(first)
        : new Outcome.Refused(Reason.CHAIN_MOVED);
  }

  /// Decides for the other branch, even where that undoes what was final.
  ///
  /// @param chosen its newest block, in internal order; empty for the one that the contest names
  public Outcome adopt(Optional<Hash256> chosen) {
    Optional<Contest> contest = store.contest();
    if (contest.isEmpty()) {
      return new Outcome.Refused(Reason.NO_CONTEST);
    }
    Hash256 tip = chosen.orElse(contest.get().tip());
    Optional<Reason> flaw = flaw(tip);
    if (flaw.isPresent()) {
      return new Outcome.Refused(flaw.get());
    }
    return branch(tip).map(this::adopt).orElse(new Outcome.Refused(Reason.BRANCH_FORGOTTEN));
  }

  private Optional<Reason> flaw(Hash256 tip) {
    Optional<StoredBlock> block = store.block(tip);
    if (block.isEmpty()) {
      return Optional.of(Reason.BRANCH_UNKNOWN);
    }
    if (block.get().best()) {
      return Optional.of(Reason.BRANCH_IS_BEST);
    }
    if (store.rejectedAmong(Set.of(tip)).contains(tip)) {
      return Optional.of(Reason.BRANCH_REJECTED);
    }
    return store.point(tip).isEmpty() ? Optional.of(Reason.BRANCH_FORGOTTEN) : Optional.empty();
  }

  private Outcome adopt(List<Hash256> adopted) {
    ChainPoint best = store.best();
    long fork = store.block(adopted.getFirst()).orElseThrow().height() - 1;
    List<Hash256> dropped = new ArrayList<>();
    for (long height = best.height(); height > fork; height--) {
      store.bestAt(height).ifPresent(dropped::add);
    }
    if (dropped.isEmpty()) {
      return new Outcome.Refused(Reason.CHAIN_MOVED);
    }
    long finalHeight = Math.min(fork, store.finalHeight());
    Settlement decision =
        new Settlement(best.hash(), dropped, adopted, dropped.getLast(), finalHeight);
    return store.settle(decision)
        ? new Outcome.Adopted(fork, dropped.size(), adopted.getLast(), finalHeight)
        : new Outcome.Refused(Reason.CHAIN_MOVED);
  }

  /// The blocks of a branch above the best chain, lowest first.
  private Optional<List<Hash256>> branch(Hash256 tip) {
    List<Hash256> branch = new ArrayList<>();
    Hash256 at = tip;
    while (true) {
      Optional<StoredBlock> block = store.block(at);
      if (block.isEmpty()) {
        return Optional.empty();
      }
      if (block.get().best()) {
        return Optional.of(branch.reversed());
      }
      branch.add(at);
      at = block.get().previous();
    }
  }
}
