// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaHeader;

/// Which chain of blocks counts (docs/spec/mainchain.md, "Choosing a chain"): the one with the most
/// work among those that keep what arbiters have confirmed. Says what an offered block does; stores
/// nothing. Total. Not thread-safe.
public final class HeaderChain {
  private final ElaNetwork network;
  private final int deepest;
  private final HeaderRules headers;
  private final ConsensusRules consensus;

  /// @param deepest how many blocks without confirm a reorganisation may undo in proof-of-work mode
  ///   before people must decide
  public HeaderChain(ElaNetwork network, int deepest) {
    if (deepest < 0) {
      throw new IllegalArgumentException("a depth is not negative");
    }
    this.network = network;
    this.deepest = deepest;
    this.headers = new HeaderRules(network);
    this.consensus = new ConsensusRules(network);
  }

  /// Judges a block.
  ///
  /// @param now seconds since 1970
  public ChainStep offer(BlockOffer offer, HeaderView view, long now) {
    ElaHeader header = offer.header();
    Optional<ChainPoint> known = view.point(header.hash());
    if (known.isPresent()) {
      return new ChainStep.Known(known.get());
    }
    Optional<ChainPoint> parent = view.point(header.previous());
    if (parent.isEmpty()) {
      return new ChainStep.Orphan(header.previous());
    }
    return switch (judge(offer, parent.get(), now)) {
      case ConsensusRules.Advance.Refused(Verdict.Invalid reason) -> new ChainStep.Rejected(reason);
      case ConsensusRules.Advance.Next(ConsensusState state) ->
          place(parent.get().next(header, network.work(), state), parent.get(), view);
    };
  }

  private ConsensusRules.Advance judge(BlockOffer offer, ChainPoint parent, long now) {
    if (headers.verify(parent, offer.header(), now) instanceof Verdict.Invalid reason) {
      return new ConsensusRules.Advance.Refused(reason);
    }
    if (BlockContents.check(offer) instanceof Verdict.Invalid reason) {
      return new ConsensusRules.Advance.Refused(reason);
    }
    return consensus.advance(
        parent.consensus(),
        new ConsensusRules.Block(
            offer.header(),
            parent.timestamp(),
            BlockContents.transactions(offer),
            offer.confirm()));
  }

  private ChainStep place(ChainPoint point, ChainPoint parent, HeaderView view) {
    ChainPoint best = view.best();
    if (parent.hash().equals(best.hash())) {
      return new ChainStep.Extended(point);
    }
    boolean heavier = point.totalWork().compareTo(best.totalWork()) > 0;
    // A branch that was confirmed further down was adopted then, or is an alarm since.
    boolean confirmedHere = point.consensus().confirmed() == point.height();
    if (!heavier && !confirmedHere) {
      return new ChainStep.Branched(point);
    }
    Branch branch = Branch.of(point, parent, view);
    return branch.fork.isEmpty()
        ? placeBelowFinal(point, best, view.finalHeight())
        : placeAbove(branch.fork.get(), branch, new Rivals(point, best), view);
  }

  /// The ends of the two branches.
  private record Rivals(ChainPoint point, ChainPoint best) {}

  /// A branch that leaves the best chain at or above what is final. What arbiters confirmed is
  /// never undone and beats whatever they did not confirm, however deep. Where nobody confirms yet,
  /// or their names are not known, work alone decides. In proof-of-work mode it does, too, down to
  /// the depth of the policy.
  private ChainStep placeAbove(ChainPoint fork, Branch branch, Rivals rivals, HeaderView view) {
    ChainPoint best = rivals.best;
    long depth = best.height() - fork.height();
    if (best.consensus().confirmed() > fork.height()) {
      return new ChainStep.Contradicted(ChainStep.Alarm.FINALITY_CONTRADICTED, rivals.point, depth);
    }
    boolean confirmed = rivals.point.consensus().confirmed() > fork.height();
    if (!confirmed
        && depth > deepest
        && consensus.expectsConfirms(best.consensus(), best.height())) {
      return new ChainStep.Contradicted(ChainStep.Alarm.TOO_DEEP, rivals.point, depth);
    }
    return new ChainStep.Reorganised(rivals.point, fork, dropped(best, fork, view), branch.adopted);
  }

  /// A branch that leaves the best chain below what is final. It is never adopted here.
  private static ChainStep placeBelowFinal(ChainPoint point, ChainPoint best, long finalHeight) {
    return new ChainStep.Contradicted(
        best.consensus().confirmed() >= finalHeight
            ? ChainStep.Alarm.FINALITY_CONTRADICTED
            : ChainStep.Alarm.TOO_DEEP,
        point,
        best.height() - finalHeight + 1);
  }

  private static List<Hash256> dropped(ChainPoint best, ChainPoint fork, HeaderView view) {
    List<Hash256> dropped = new ArrayList<>();
    for (long height = best.height(); height > fork.height(); height--) {
      view.bestAt(height).ifPresent(dropped::add);
    }
    return dropped;
  }

  /// The way from a block down to the best chain.
  ///
  /// @param fork empty when it leaves the best chain below what is final
  private record Branch(Optional<ChainPoint> fork, List<Hash256> adopted) {
    static Branch of(ChainPoint point, ChainPoint parent, HeaderView view) {
      long lowest = view.finalHeight();
      List<Hash256> adopted = new ArrayList<>(List.of(point.hash()));
      Optional<ChainPoint> at = Optional.of(parent);
      while (at.isPresent() && at.get().height() >= lowest) {
        ChainPoint here = at.get();
        if (view.bestAt(here.height()).filter(here.hash()::equals).isPresent()) {
          return new Branch(at, adopted.reversed());
        }
        adopted.add(here.hash());
        at = view.point(here.previous());
      }
      return new Branch(Optional.empty(), List.of());
    }
  }
}
