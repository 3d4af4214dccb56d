// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.ConsensusState;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.mainchain.ChainOrigin;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.Rebase;

/// Makes checkpoints from a store, and lets a store go on from a newer one that an operator answers
/// for. Works beside a running follower. Thread-safe.
public final class Checkpoints {
  private final ElaNetwork network;
  private final HeaderStore store;

  /// @param store may not have begun
  public Checkpoints(ElaNetwork network, HeaderStore store) {
    this.network = network;
    this.store = store;
  }

  /// What came of a wish.
  public sealed interface Outcome {
    /// A final block of the store.
    record Made(ChainOrigin checkpoint) implements Outcome {}

    /// The store begins with the checkpoint.
    record Begun() implements Outcome {}

    /// The store has gone on from that block already.
    record Unchanged() implements Outcome {}

    /// The store goes on from the checkpoint.
    ///
    /// @param undone how many blocks left, to be verified anew
    /// @param skipped how many heights below the checkpoint nobody verified here
    record Taken(long undone, long skipped) implements Outcome {}

    /// Nothing changed.
    ///
    /// @param detail for people
    record Refused(Reason reason, String detail) implements Outcome {}
  }

  /// Why there is no checkpoint, or why one is not taken; the codes are stable.
  public enum Reason {
    /// Nothing was verified yet.
    NEVER_SYNCED("never_synced"),
    /// Somebody has to settle a contest first.
    CHAIN_CONTESTED("chain_contested"),
    /// The block is not final.
    NOT_FINAL("not_final"),
    /// What the rules need of the block was forgotten, or was never here.
    CHECKPOINT_FORGOTTEN("checkpoint_forgotten"),
    /// No checkpoint is made while blocks are made by work alone.
    CHECKPOINT_BY_WORK("checkpoint_by_work"),
    /// It cannot be a block of the network.
    CHECKPOINT_UNSOUND("checkpoint_unsound"),
    /// It lies below what is final here, and is no block of the chain here.
    CHECKPOINT_OLDER("checkpoint_older"),
    /// The chain here has another block at that height.
    CHECKPOINT_CONTRADICTS("checkpoint_contradicts"),
    /// It says something else of a block than was verified here.
    CHECKPOINT_DIFFERS("checkpoint_differs"),
    /// The chain went on meanwhile: try again.
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

  /// What is wrong with a checkpoint by itself, for people.
  public static Optional<String> flaw(ChainOrigin checkpoint, ElaNetwork network) {
    return CheckpointRules.flaw(checkpoint, network);
  }

  /// A final block of a store, as a checkpoint.
  ///
  /// @param height empty for the newest final one
  public static Outcome make(HeaderStore store, Optional<Long> height) {
    Optional<ChainOrigin> origin = store.origin();
    if (origin.isEmpty()) {
      return refused(Reason.NEVER_SYNCED, "nothing was verified yet");
    }
    if (store.contest().isPresent()) {
      return refused(Reason.CHAIN_CONTESTED, "a branch contradicts what counts as final");
    }
    long wanted = height.orElse(store.finalHeight());
    if (wanted > store.finalHeight()) {
      return refused(Reason.NOT_FINAL, "final is " + store.finalHeight());
    }
    Optional<ChainPoint> point = store.bestAt(wanted).flatMap(store::point);
    if (point.isEmpty()) {
      return refused(Reason.CHECKPOINT_FORGOTTEN, "height " + wanted);
    }
    return point.get().consensus().mode() == ConsensusState.Mode.WORK
        ? refused(Reason.CHECKPOINT_BY_WORK, "height " + wanted)
        : new Outcome.Made(new ChainOrigin(origin.get().network(), point.get()));
  }

  /// Begins with a checkpoint, or goes on from it. Everything above it is verified anew. One ahead
  /// of the chain leaves a gap: what happened there, nobody here has seen.
  public Outcome take(ChainOrigin checkpoint) {
    Optional<String> flaw = CheckpointRules.flaw(checkpoint, network);
    if (flaw.isPresent()) {
      return refused(Reason.CHECKPOINT_UNSOUND, flaw.get());
    }
    Optional<ChainOrigin> origin = store.origin();
    if (origin.isEmpty()) {
      store.begin(checkpoint);
      return new Outcome.Begun();
    }
    if (origin.get().equals(checkpoint)) {
      return new Outcome.Unchanged();
    }
    ChainPoint best = store.best();
    long height = checkpoint.point().height();
    if (height < store.finalHeight()) {
      return store.bestAt(height).equals(Optional.of(checkpoint.point().hash()))
          ? new Outcome.Unchanged()
          : refused(Reason.CHECKPOINT_OLDER, "final is " + store.finalHeight());
    }
    return height > best.height()
        ? jump(checkpoint, best)
        : replace(checkpoint, best, store.bestAt(height));
  }

  /// To a block that was not reached: what is above the final one was never known to lead there.
  private Outcome jump(ChainOrigin checkpoint, ChainPoint best) {
    List<Hash256> dropped = above(store.finalHeight(), best);
    return rebase(
        new Rebase(best.hash(), dropped, checkpoint),
        checkpoint.point().height() - store.finalHeight() - 1);
  }

  /// At a block of the chain: what the checkpoint knows better is who confirms.
  private Outcome replace(ChainOrigin checkpoint, ChainPoint best, Optional<Hash256> here) {
    ChainPoint point = checkpoint.point();
    if (!here.equals(Optional.of(point.hash()))) {
      return refused(Reason.CHECKPOINT_CONTRADICTS, "another block is at height " + point.height());
    }
    Optional<ChainPoint> ours = store.point(point.hash());
    if (ours.isEmpty()) {
      return refused(Reason.CHECKPOINT_FORGOTTEN, "height " + point.height());
    }
    if (ours.get().equals(point)) {
      return new Outcome.Unchanged();
    }
    boolean known = ours.get().consensus().finalises();
    if (known || !sameBlock(ours.get(), point)) {
      return refused(
          Reason.CHECKPOINT_DIFFERS, "what was verified here says otherwise of that block");
    }
    return rebase(new Rebase(best.hash(), above(point.height(), best), checkpoint), 0);
  }

  private static boolean sameBlock(ChainPoint ours, ChainPoint theirs) {
    return new ChainPoint(
            theirs.height(),
            theirs.hash(),
            theirs.previous(),
            theirs.bits(),
            theirs.totalWork(),
            theirs.windowStart(),
            theirs.times(),
            ours.consensus())
        .equals(ours);
  }

  private List<Hash256> above(long height, ChainPoint best) {
    List<Hash256> blocks = new ArrayList<>();
    for (long at = best.height(); at > height; at--) {
      store.bestAt(at).ifPresent(blocks::add);
    }
    return blocks;
  }

  private Outcome rebase(Rebase rebase, long skipped) {
    return store.rebase(rebase)
        ? new Outcome.Taken(rebase.dropped().size(), skipped)
        : refused(Reason.CHAIN_MOVED, "the chain went on meanwhile");
  }

  private static Outcome refused(Reason reason, String detail) {
    return new Outcome.Refused(reason, detail);
  }
}
