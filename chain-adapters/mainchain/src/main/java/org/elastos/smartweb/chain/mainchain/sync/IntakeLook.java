// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.verify.BlockOffer;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.ChainStep;
import org.elastos.smartweb.chain.ela.verify.ConsensusState;
import org.elastos.smartweb.chain.ela.verify.Rule;
import org.elastos.smartweb.chain.ela.verify.Verdict;
import org.elastos.smartweb.chain.mainchain.BlockChange;
import org.elastos.smartweb.chain.mainchain.ChainCommit;
import org.elastos.smartweb.chain.mainchain.Contest;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.LockedSpend;
import org.elastos.smartweb.chain.mainchain.SourceFailure;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.elastos.smartweb.chain.mainchain.WatchedDeposit;

/// One look at a source's blocks: judges them on a draft, then stores it. Used once.
final class IntakeLook {
  private final BlockIntake.Rules rules;
  private final HeaderStore store;
  private final String source;
  private final List<DposBlock> blocks;
  private final Set<Hash256> stored;
  private final Set<Hash256> rejected;
  private final ChainDraft draft;
  private final WatchList watch;
  private final Optional<Contest> standing;
  private final List<LockedSpend> spends = new ArrayList<>();
  private final List<WatchedDeposit> deposits = new ArrayList<>();
  private Optional<Contest> contest;
  private Optional<SourceFailure> contradiction = Optional.empty();
  private Optional<Hash256> last = Optional.empty();

  IntakeLook(BlockIntake.Rules rules, String source, List<DposBlock> blocks) {
    this.rules = rules;
    this.store = rules.store();
    this.source = source;
    this.blocks = blocks;
    Set<Hash256> offered = new HashSet<>();
    blocks.forEach(block -> offered.add(block.block().header().hash()));
    this.stored = store.storedAmong(offered);
    Set<Hash256> known = new HashSet<>(stored);
    known.add(blocks.getFirst().block().header().previous());
    this.rejected = store.rejectedAmong(known);
    offered.removeAll(stored);
    this.draft = new ChainDraft(store, offered);
    this.watch = new WatchList(rules.policy().watched(), store, blocks);
    this.standing = store.contest();
    this.contest = standing;
  }

  BlockIntake.Taken judge(Optional<Long> claimedHeight) {
    Optional<SourceFailure> failure = Optional.empty();
    for (DposBlock block : blocks) {
      failure = judge(block, claimedHeight);
      if (failure.isPresent()) {
        break;
      }
    }
    last.ifPresent(shown -> rules.agreement().shows(source, shown));
    return new BlockIntake.Taken(
        draft.changes().size(),
        last,
        failure.or(() -> contradiction),
        standing.isEmpty() ? contest : Optional.empty(),
        spends,
        deposits);
  }

  /// False when another process moved the chain meanwhile.
  boolean stored() {
    long finalHeight = finalHeight();
    if (draft.changes().isEmpty() && finalHeight <= draft.finalHeight()) {
      return true;
    }
    boolean applied =
        store.apply(
            new ChainCommit(
                draft.basis().hash(),
                draft.finalHeight(),
                draft.changes(),
                finalHeight,
                // What stood before is not told again: somebody may have settled it meanwhile.
                contest.equals(standing) ? Optional.empty() : contest));
    if (applied) {
      store.forgetBelow(finalHeight - rules.policy().kept() - rules.policy().deepest());
    }
    return applied;
  }

  private Optional<SourceFailure> judge(DposBlock block, Optional<Long> claimedHeight) {
    ElaHeader header = block.block().header();
    if (rejected.contains(header.hash()) || rejected.contains(header.previous())) {
      return Optional.of(
          new SourceFailure(
              Code.CONTRADICTS_FINAL, "follows a branch that a settlement decided against"));
    }
    if (stored.contains(header.hash())) {
      last = Optional.of(header.hash());
      return Optional.empty();
    }
    BlockOffer offer =
        new BlockOffer(header, new BlockOffer.Whole(block.block().transactions()), block.confirm());
    long now = rules.clock().instant().getEpochSecond();
    return switch (rules.chain().offer(offer, draft, now)) {
      case ChainStep.Extended(ChainPoint point) ->
          put(block, point, List.of(), List.of(point.hash()));
      case ChainStep.Branched(ChainPoint point) -> put(block, point, List.of(), List.of());
      case ChainStep.Reorganised reorganised ->
          put(block, reorganised.point(), reorganised.dropped(), reorganised.adopted());
      case ChainStep.Known _ -> Optional.empty();
      case ChainStep.Orphan _ -> Optional.of(orphan(header, claimedHeight));
      case ChainStep.Rejected(Verdict.Invalid reason) -> Optional.of(rejected(header, reason));
      case ChainStep.Contradicted contradicted -> contradicted(block, contradicted);
    };
  }

  private Optional<SourceFailure> put(
      DposBlock block, ChainPoint point, List<Hash256> dropped, List<Hash256> adopted) {
    draft.add(
        new BlockChange(
            point,
            block.block().header().encoded(),
            block.confirm().map(IntakeLook::bytes),
            dropped,
            adopted,
            watched(block)));
    last = Optional.of(point.hash());
    return Optional.empty();
  }

  private BlockChange.Watched watched(DposBlock block) {
    ElaHeader header = block.block().header();
    List<ElaTransaction> transactions = block.block().transactions();
    WatchList.Seen seen = watch.of(header, transactions);
    ConsensusState below = draft.point(header.previous()).orElseThrow().consensus();
    List<LockedSpend> judged = rules.locked().judge(header, transactions, seen.spent(), below);
    spends.addAll(judged);
    seen.kept().forEach(kept -> deposits.addAll(rules.deposits().of(kept, header.height())));
    return new BlockChange.Watched(
        seen.kept(), seen.outputs(), judged.stream().filter(LockedSpend::refused).toList());
  }

  /// Its chain leaves ours where we no longer look, or it lags behind all that we keep, or it
  /// changed while it was asked: a block above the first that is not final proves nothing.
  private SourceFailure orphan(ElaHeader header, Optional<Long> claimedHeight) {
    long settled = draft.finalHeight();
    if (header.height() > settled + 1) {
      return new SourceFailure(Code.GONE, "the chain changed while it was asked");
    }
    boolean lags = claimedHeight.filter(height -> height >= settled).isEmpty();
    return lags && header.height() <= settled
        ? new SourceFailure(Code.BEHIND, "offers nothing that meets our chain")
        : new SourceFailure(
            Code.CONTRADICTS_FINAL, "offers a chain that leaves ours below the final block");
  }

  private static SourceFailure rejected(ElaHeader header, Verdict.Invalid reason) {
    Code code =
        reason.rule() == Rule.CONFIRM_MISSING || reason.rule() == Rule.TIME_TOO_NEW
            ? Code.NOT_YET
            : Code.INVALID_BLOCK;
    return new SourceFailure(
        code, reason.code() + " at height " + header.height() + " " + reason.facts());
  }

  /// The branch is sound: all of it is kept as evidence, so that people can adopt it. A contest
  /// grows with the branch that began it; a second one is evidence beside it.
  private Optional<SourceFailure> contradicted(DposBlock block, ChainStep.Contradicted step) {
    ChainPoint point = step.point();
    put(block, point, List.of(), List.of());
    if (contest.isEmpty() || contest.get().tip().equals(point.previous())) {
      String first = contest.map(Contest::source).orElse(source);
      contest = Optional.of(new Contest(step.alarm().code(), point.height(), point.hash(), first));
    }
    contradiction =
        Optional.of(
            new SourceFailure(
                Code.CONTESTED,
                step.alarm().code() + " at height " + point.height() + " depth " + step.depth()));
    return Optional.empty();
  }

  /// What arbiters confirmed, some blocks deep. Where blocks need no confirm yet, depth alone, as
  /// far as all sources agree. A contest stops it.
  private long finalHeight() {
    long settled = draft.finalHeight();
    if (contest.isPresent()) {
      return settled;
    }
    ChainPoint best = draft.best();
    if (best.height() < rules.network().bpos().confirmsFrom()) {
      long deep = best.height() - rules.policy().deepest();
      return deep <= settled
          ? settled
          : Math.max(settled, Math.min(deep, rules.agreement().height(draft)));
    }
    long confirmed = Math.min(best.consensus().confirmed(), best.height() - rules.policy().depth());
    return Math.max(settled, confirmed);
  }

  private static Bytes bytes(Confirm confirm) {
    return ElaCodec.write(confirm, Confirm::write);
  }
}
