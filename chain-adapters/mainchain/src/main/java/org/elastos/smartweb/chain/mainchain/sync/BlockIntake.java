// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.verify.BlockOffer;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.ChainStep;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.ela.verify.HeaderChain;
import org.elastos.smartweb.chain.ela.verify.Rule;
import org.elastos.smartweb.chain.ela.verify.Verdict;
import org.elastos.smartweb.chain.mainchain.BlockChange;
import org.elastos.smartweb.chain.mainchain.ChainCommit;
import org.elastos.smartweb.chain.mainchain.Contest;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.SourceFailure;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;

/// The one way by which blocks come into the store: through all rules. Blocks that hold are stored
/// together, in one step, up to the first that does not. Thread-safe; one source at a time.
public final class BlockIntake {
  private static final int ATTEMPTS = 5;

  private final ElaNetwork network;
  private final HeaderStore store;
  private final ChainPolicy policy;
  private final InstantSource clock;
  private final HeaderChain chain;
  private final ReentrantLock turn = new ReentrantLock(true);

  /// @param store has begun
  public BlockIntake(
      ElaNetwork network, HeaderStore store, ChainPolicy policy, InstantSource clock) {
    this.network = network;
    this.store = store;
    this.policy = policy;
    this.clock = clock;
    this.chain = new HeaderChain(network, policy.deepest());
  }

  /// What came of a source's blocks.
  ///
  /// @param fresh how many blocks were new
  /// @param last the last of them that is verified now; internal order
  /// @param failure why the rest was not taken
  /// @param contest what they contradict, if this source was the one that showed it
  public record Taken(
      int fresh,
      Optional<Hash256> last,
      Optional<SourceFailure> failure,
      Optional<Contest> contest) {
    static final Taken NOTHING = new Taken(0, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Judges the blocks of a source, in order, and stores those that hold.
  ///
  /// @param claimedHeight how far the source says that its chain goes
  public Taken take(String source, List<DposBlock> blocks, Optional<Long> claimedHeight) {
    if (blocks.isEmpty()) {
      return Taken.NOTHING;
    }
    turn.lock();
    try {
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        Judging judging = new Judging(source, blocks, claimedHeight);
        Taken taken = judging.judge();
        if (judging.stored()) {
          return taken;
        }
      }
      return Taken.NOTHING;
    } finally {
      turn.unlock();
    }
  }

  /// One look at a source's blocks.
  private final class Judging {
    private final String source;
    private final List<DposBlock> blocks;
    private final Optional<Long> claimedHeight;
    private final Set<Hash256> stored;
    private final ChainDraft draft;
    private final WatchList watch = new WatchList(policy.watched(), store);
    private Optional<Contest> contest = Optional.empty();
    private Optional<Hash256> last = Optional.empty();

    Judging(String source, List<DposBlock> blocks, Optional<Long> claimedHeight) {
      this.source = source;
      this.blocks = blocks;
      this.claimedHeight = claimedHeight;
      Set<Hash256> offered = new HashSet<>();
      blocks.forEach(block -> offered.add(block.block().header().hash()));
      this.stored = store.storedAmong(offered);
      offered.removeAll(stored);
      this.draft = new ChainDraft(store, offered);
    }

    Taken judge() {
      Optional<SourceFailure> failure = Optional.empty();
      for (DposBlock block : blocks) {
        failure = judge(block);
        if (failure.isPresent()) {
          break;
        }
      }
      return new Taken(draft.changes().size(), last, failure, contest);
    }

    /// False when another process moved the chain meanwhile.
    boolean stored() {
      if (draft.changes().isEmpty()) {
        return true;
      }
      boolean applied =
          store.apply(
              new ChainCommit(draft.basis().hash(), draft.changes(), finalHeight(), contest));
      if (applied) {
        store.forgetBelow(store.finalHeight() - policy.kept() - policy.deepest());
      }
      return applied;
    }

    private Optional<SourceFailure> judge(DposBlock block) {
      Hash256 hash = block.block().header().hash();
      if (stored.contains(hash)) {
        last = Optional.of(hash);
        return Optional.empty();
      }
      BlockOffer offer =
          new BlockOffer(
              block.block().header(),
              new BlockOffer.Whole(block.block().transactions()),
              block.confirm());
      long now = clock.instant().getEpochSecond();
      return switch (chain.offer(offer, draft, now)) {
        case ChainStep.Extended(ChainPoint point) ->
            put(block, point, List.of(), List.of(point.hash()));
        case ChainStep.Branched(ChainPoint point) -> put(block, point, List.of(), List.of());
        case ChainStep.Reorganised reorganised ->
            put(block, reorganised.point(), reorganised.dropped(), reorganised.adopted());
        case ChainStep.Known _ -> Optional.empty();
        case ChainStep.Orphan _ -> Optional.of(orphan(block));
        case ChainStep.Rejected(Verdict.Invalid reason) -> Optional.of(rejected(block, reason));
        case ChainStep.Contradicted contradicted -> Optional.of(contradicted(block, contradicted));
      };
    }

    private Optional<SourceFailure> put(
        DposBlock block, ChainPoint point, List<Hash256> dropped, List<Hash256> adopted) {
      draft.add(
          new BlockChange(
              point,
              block.block().header().encoded(),
              block.confirm().map(BlockIntake::bytes),
              dropped,
              adopted,
              watch.of(block.block().header(), block.block().transactions())));
      last = Optional.of(point.hash());
      return Optional.empty();
    }

    /// Its chain leaves ours where we no longer look, or it lags behind all that we keep, or it
    /// changed while it was asked: a block above the first that is not final proves nothing.
    private SourceFailure orphan(DposBlock block) {
      long settled = store.finalHeight();
      if (block.block().header().height() > settled + 1) {
        return new SourceFailure(Code.GONE, "the chain changed while it was asked");
      }
      boolean lags = claimedHeight.filter(height -> height >= settled).isEmpty();
      return lags && block.block().header().height() <= settled
          ? new SourceFailure(Code.BEHIND, "offers nothing that meets our chain")
          : new SourceFailure(
              Code.CONTRADICTS_FINAL, "offers a chain that leaves ours below the final block");
    }

    private SourceFailure rejected(DposBlock block, Verdict.Invalid reason) {
      Code code =
          reason.rule() == Rule.CONFIRM_MISSING || reason.rule() == Rule.TIME_TOO_NEW
              ? Code.NOT_YET
              : Code.INVALID_BLOCK;
      return new SourceFailure(
          code,
          reason.code() + " at height " + block.block().header().height() + " " + reason.facts());
    }

    private SourceFailure contradicted(DposBlock block, ChainStep.Contradicted step) {
      put(block, step.point(), List.of(), List.of());
      contest =
          Optional.of(
              new Contest(step.alarm().code(), step.point().height(), step.point().hash(), source));
      return new SourceFailure(
          Code.CONTRADICTS_FINAL,
          step.alarm().code() + " at height " + step.point().height() + " depth " + step.depth());
    }

    /// What arbiters confirmed, some blocks deep. Where blocks need no confirm yet, depth alone. A
    /// contest stops it.
    private long finalHeight() {
      if (contest.isPresent() || store.contest().isPresent()) {
        return store.finalHeight();
      }
      ChainPoint best = draft.best();
      if (best.height() < network.bpos().confirmsFrom()) {
        return Math.max(store.finalHeight(), best.height() - policy.deepest());
      }
      long confirmed = Math.min(best.consensus().confirmed(), best.height() - policy.depth());
      return Math.max(store.finalHeight(), confirmed);
    }
  }

  private static Bytes bytes(Confirm confirm) {
    return ElaCodec.write(confirm, Confirm::write);
  }
}
