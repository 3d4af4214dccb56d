// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.junit.jupiter.api.Test;

class HeaderChainTest {
  private static final TestArbiters ARBITERS = new TestArbiters(TestChain.SEATS);
  private static final ConsensusState UNKNOWN = ConsensusState.starting(Optional.empty());
  private static final ConsensusState KNOWN = ConsensusState.starting(Optional.of(ARBITERS.set()));
  private final HeaderChain rules = new HeaderChain(TestChain.INSTANT, 6);

  private ChainStep offer(TestChain chain, BlockOffer offer) {
    return chain.apply(rules.offer(offer, chain, chain.now));
  }

  private ChainPoint extend(TestChain chain, ChainPoint parent) {
    return point(offer(chain, TestChain.bare(chain.above(parent, 120, List.of()))));
  }

  private ChainPoint confirmed(TestChain chain, ChainPoint parent) {
    return point(offer(chain, confirmedOffer(chain, parent)));
  }

  private static BlockOffer confirmedOffer(TestChain chain, ChainPoint parent) {
    ElaHeader header = chain.above(parent, 120, List.of());
    return new BlockOffer(
        header, new BlockOffer.HeaderOnly(), Optional.of(ARBITERS.confirmBy(header.hash(), 5)));
  }

  private static ChainPoint point(ChainStep step) {
    return switch (step) {
      case ChainStep.Extended(ChainPoint point) -> point;
      case ChainStep.Branched(ChainPoint point) -> point;
      case ChainStep.Reorganised reorganised -> reorganised.point();
      case ChainStep.Contradicted contradicted -> contradicted.point();
      default -> throw new AssertionError(step);
    };
  }

  private static Rule ruleOf(ChainStep step) {
    assertThat(step).isInstanceOf(ChainStep.Rejected.class);
    return ((ChainStep.Rejected) step).reason().rule();
  }

  @Test
  void extendsTheBestBlock() {
    TestChain chain = new TestChain(1, 0, UNKNOWN);
    ElaHeader header = chain.above(chain.best(), 120, List.of());
    ChainStep step = offer(chain, TestChain.bare(header));

    assertThat(step).isInstanceOf(ChainStep.Extended.class);
    assertThat(chain.best().hash()).isEqualTo(header.hash());
    assertThat(chain.best().totalWork()).isEqualTo(BigInteger.valueOf(1_002));
    assertThat(offer(chain, TestChain.bare(header))).isEqualTo(new ChainStep.Known(chain.best()));
  }

  @Test
  void knowsAnOrphanAndRejectsWhatBreaksARule() {
    TestChain chain = new TestChain(2, 0, UNKNOWN);
    ElaHeader stranger = chain.miner.mine(chain.miner.fields(9), TestMiner.Shape.PLAIN);
    ElaHeader late = chain.above(chain.best(), 200_000, List.of());

    assertThat(offer(chain, TestChain.bare(stranger)))
        .isEqualTo(new ChainStep.Orphan(stranger.previous()));
    assertThat(ruleOf(offer(chain, TestChain.bare(late)))).isEqualTo(Rule.TIME_TOO_NEW);
  }

  @Test
  void changesToABranchOnceItHasMoreWork() {
    TestChain chain = new TestChain(3, 0, UNKNOWN);
    ChainPoint root = chain.best();
    ChainPoint first = extend(chain, root);
    ChainPoint second = extend(chain, first);
    ElaHeader branch1 = chain.above(root, 130, List.of());
    ChainPoint other1 = point(offer(chain, TestChain.bare(branch1)));
    ChainPoint other2 = extend(chain, other1);
    assertThat(chain.best()).as("equal work changes nothing").isEqualTo(second);
    ElaHeader top = chain.above(other2, 120, List.of());

    ChainStep step = offer(chain, TestChain.bare(top));
    assertThat(step)
        .isEqualTo(
            new ChainStep.Reorganised(
                chain.best(),
                root,
                List.of(second.hash(), first.hash()),
                List.of(other1.hash(), other2.hash(), top.hash())));
    assertThat(chain.best().hash()).isEqualTo(top.hash());
  }

  @Test
  void neverUndoesAConfirmedBlock() {
    TestChain chain = new TestChain(4, 10, KNOWN);
    ChainPoint root = confirmed(chain, chain.best());
    ChainPoint best = confirmed(chain, root);
    // The arbiters confirm two blocks above one: proof of their fault, and no reason to change.
    ChainStep twice = offer(chain, confirmedOffer(chain, root));
    assertThat(twice).isInstanceOf(ChainStep.Contradicted.class);
    ChainPoint second = confirmed(chain, point(twice));
    ChainStep heavier = offer(chain, confirmedOffer(chain, second));

    assertThat(((ChainStep.Contradicted) heavier).alarm())
        .isEqualTo(ChainStep.Alarm.FINALITY_CONTRADICTED);
    assertThat(((ChainStep.Contradicted) heavier).depth()).isEqualTo(1);
    assertThat(ChainStep.Alarm.FINALITY_CONTRADICTED.code()).isEqualTo("finality_contradicted");
    assertThat(chain.best()).isEqualTo(best);
  }

  @Test
  void keepsAConfirmedBlockAgainstAHeavierBranchByWorkAlone() {
    TestChain chain = new TestChain(5, 10, KNOWN);
    ChainPoint root = confirmed(chain, chain.best());
    ChainPoint best = confirmed(chain, root);
    ChainPoint at = leave(chain, root);
    ChainStep last = null;
    for (int i = 0; i < 3; i++) {
      last = offer(chain, TestChain.bare(chain.above(at, 120, List.of())));
      at = point(last);
    }

    assertThat(((ChainStep.Contradicted) last).alarm())
        .isEqualTo(ChainStep.Alarm.FINALITY_CONTRADICTED);
    assertThat(chain.best()).isEqualTo(best);
  }

  /// A block that goes over to proof-of-work mode.
  private ChainPoint leave(TestChain chain, ChainPoint parent) {
    List<ElaTransaction> transactions =
        List.of(
            TestChain.coinbase(parent.height() + 1), TestChain.revertToPow(1, parent.height() + 1));
    ElaHeader header = chain.above(parent, 130, transactions);
    return point(
        offer(chain, new BlockOffer(header, new BlockOffer.Whole(transactions), Optional.empty())));
  }

  @Test
  void prefersAConfirmedBranchToAHeavierOneByWorkAlone() {
    TestChain chain = new TestChain(6, 10, KNOWN);
    ChainPoint root = confirmed(chain, chain.best());
    ChainPoint alone = extend(chain, extend(chain, leave(chain, root)));
    assertThat(chain.best()).isEqualTo(alone);

    ChainStep step = offer(chain, confirmedOffer(chain, root));
    assertThat(step).isInstanceOf(ChainStep.Reorganised.class);
    assertThat(((ChainStep.Reorganised) step).dropped()).hasSize(3);
    assertThat(chain.best().totalWork()).isLessThan(alone.totalWork());
  }

  @Test
  void asksPeopleBeforeItUndoesMoreThanThePolicyAllowsInProofOfWorkMode() {
    TestChain chain = new TestChain(7, 10, KNOWN);
    ChainPoint root = leave(chain, confirmed(chain, chain.best()));
    extend(chain, root, 7);
    ChainPoint best = chain.best();
    ChainPoint other = point(offer(chain, TestChain.bare(chain.above(root, 130, List.of()))));
    other = extend(chain, other, 6);
    ChainStep step = offer(chain, TestChain.bare(chain.above(other, 120, List.of())));

    assertThat(step)
        .isEqualTo(new ChainStep.Contradicted(ChainStep.Alarm.TOO_DEEP, point(step), 7));
    assertThat(ChainStep.Alarm.TOO_DEEP.code()).isEqualTo("reorganisation_too_deep");
    assertThat(chain.best()).isEqualTo(best);
    assertThatIllegalArgumentException().isThrownBy(() -> new HeaderChain(TestChain.INSTANT, -1));
  }

  @Test
  void followsMoreWorkAtAnyDepthWhereNobodyConfirmsYet() {
    TestChain chain = new TestChain(21, 0, KNOWN);
    ChainPoint root = chain.best();
    extend(chain, root, 3);
    extend(chain, chain.best(), 1);
    chain.finalHeight = 0;
    ChainPoint other = point(offer(chain, TestChain.bare(chain.above(root, 130, List.of()))));
    assertThat(chain.best().height()).isEqualTo(4);
    other = extend(chain, other, 3);
    assertThat(chain.best().height()).isEqualTo(4);
    // Height 5 is the first that needs a confirm.
    ChainStep step = offer(chain, confirmedOffer(chain, other));
    assertThat(step).isInstanceOf(ChainStep.Reorganised.class);
  }

  @Test
  void followsMoreWorkAtAnyDepthWhereTheArbitersAreNotKnown() {
    TestChain chain = new TestChain(22, 0, UNKNOWN);
    ChainPoint root = chain.best();
    extend(chain, root, 40);
    ChainPoint other = point(offer(chain, TestChain.bare(chain.above(root, 130, List.of()))));
    other = extend(chain, other, 40);

    assertThat(chain.best()).as("whoever spoke first has no right by that").isEqualTo(other);
  }

  @Test
  void neverUndoesWhatIsFinalHoweverDeepItMay() {
    TestChain chain = new TestChain(23, 0, UNKNOWN);
    ChainPoint root = chain.best();
    ChainPoint best = extend(chain, root, 5);
    chain.finalHeight = 2;
    HeaderChain patient = new HeaderChain(TestChain.INSTANT, 1_000);
    ChainPoint other = root;
    ChainStep last = null;
    for (int i = 0; i < 6; i++) {
      last =
          chain.apply(
              patient.offer(TestChain.bare(chain.above(other, 130, List.of())), chain, chain.now));
      other = point(last);
    }

    assertThat(last).isEqualTo(new ChainStep.Contradicted(ChainStep.Alarm.TOO_DEEP, other, 4));
    assertThat(chain.best()).isEqualTo(best);
    ChainPoint fork = chain.point(chain.bestAt(2).orElseThrow()).orElseThrow();
    ChainPoint above = fork;
    for (int i = 0; i < 4; i++) {
      above = point(offer(chain, TestChain.bare(chain.above(above, 131, List.of()))));
    }
    assertThat(chain.best()).as("from the final block on it may").isEqualTo(above);
  }

  @Test
  void aConfirmedBranchFromBelowWhatIsFinalByDepthIsAnAlarm() {
    TestChain chain = new TestChain(24, 3, KNOWN);
    ChainPoint root = chain.best();
    ChainPoint best = extend(chain, root);
    ChainPoint other = point(offer(chain, TestChain.bare(chain.above(root, 130, List.of()))));
    chain.finalHeight = 4;

    ChainStep step = offer(chain, confirmedOffer(chain, other));
    assertThat(step)
        .isEqualTo(new ChainStep.Contradicted(ChainStep.Alarm.TOO_DEEP, point(step), 1));
    assertThat(chain.best()).isEqualTo(best);
  }

  /// So many blocks above one another.
  private ChainPoint extend(TestChain chain, ChainPoint parent, int count) {
    ChainPoint at = parent;
    for (int i = 0; i < count; i++) {
      at = extend(chain, at);
    }
    return at;
  }

  @Test
  void undoesAsManyBlocksAsThePolicyAllows() {
    TestChain chain = new TestChain(8, 0, UNKNOWN);
    ChainPoint root = extend(chain, chain.best());
    ChainPoint at = root;
    for (int i = 0; i < 6; i++) {
      at = extend(chain, at);
    }
    ChainPoint other = point(offer(chain, TestChain.bare(chain.above(root, 130, List.of()))));
    for (int i = 0; i < 6; i++) {
      other = extend(chain, other);
    }

    assertThat(chain.best()).isEqualTo(other);
  }

  @Test
  void aConfirmedBranchWinsHoweverDeepItLeavesBlocksThatNobodyConfirmed() {
    TestChain chain = new TestChain(12, 10, KNOWN);
    ChainPoint root = confirmed(chain, chain.best());
    ChainPoint alone = extend(chain, leave(chain, root), 40);

    ChainStep step = offer(chain, confirmedOffer(chain, root));
    assertThat(step).isInstanceOf(ChainStep.Reorganised.class);
    assertThat(((ChainStep.Reorganised) step).dropped()).hasSize(41);
    assertThat(((ChainStep.Reorganised) step).fork()).isEqualTo(root);
    assertThat(chain.best().totalWork()).isLessThan(alone.totalWork());
  }

  @Test
  void tellsOfAHeavierBranchFromFarBelowWhatIsConfirmed() {
    TestChain chain = new TestChain(13, 10, KNOWN);
    ChainPoint root = confirmed(chain, chain.best());
    for (int i = 0; i < 7; i++) {
      confirmed(chain, chain.best());
    }
    chain.finalHeight = 15;
    ChainPoint best = chain.best();
    ChainPoint other = leave(chain, root);
    ChainStep last = null;
    for (int i = 0; i < 7; i++) {
      last = offer(chain, TestChain.bare(chain.above(other, 120, List.of())));
      other = point(last);
    }

    assertThat(((ChainStep.Contradicted) last).alarm())
        .isEqualTo(ChainStep.Alarm.FINALITY_CONTRADICTED);
    assertThat(((ChainStep.Contradicted) last).depth()).isEqualTo(4);
    assertThat(chain.best()).isEqualTo(best);
  }

  @Test
  void rejectsABlockWhoseConfirmDoesNotHold() {
    TestChain chain = new TestChain(11, 10, KNOWN);
    ElaHeader header = chain.above(chain.best(), 120, List.of());

    assertThat(ruleOf(offer(chain, TestChain.bare(header)))).isEqualTo(Rule.CONFIRM_MISSING);
    assertThat(
            ruleOf(
                offer(
                    chain,
                    new BlockOffer(
                        header,
                        new BlockOffer.HeaderOnly(),
                        Optional.of(ARBITERS.confirmBy(header.hash(), 4))))))
        .isEqualTo(Rule.CONFIRM_TOO_FEW);
  }

  /// Whatever the order and the branching: the best chain always has the most work of all blocks
  /// seen, unless an alarm said otherwise, and never loses a confirmed block.
  @Test
  void alwaysHoldsTheHeaviestChainThatKeepsWhatIsConfirmed() {
    for (long seed = 100; seed < 124; seed++) {
      Random random = new Random(seed);
      boolean bpos = seed % 6 == 0;
      TestChain chain = new TestChain(seed, 10, bpos ? KNOWN : UNKNOWN);
      HeaderChain policy = new HeaderChain(TestChain.INSTANT, 1_000);
      List<ChainPoint> all = new ArrayList<>(List.of(chain.best()));
      boolean alarmed = false;
      for (int i = 0; i < (bpos ? 15 : 40); i++) {
        ChainPoint parent = all.get(Math.max(0, all.size() - 1 - random.nextInt(6)));
        List<Hash256> confirmedBefore = confirmedBest(chain);
        BlockOffer block =
            bpos
                ? confirmedOffer(chain, parent)
                : TestChain.bare(chain.above(parent, 60 + random.nextInt(100), List.of()));
        ChainStep step = chain.apply(policy.offer(block, chain, chain.now));
        all.add(point(step));
        alarmed |= step instanceof ChainStep.Contradicted;

        assertThat(confirmedBest(chain)).as("seed %s", seed).containsAll(confirmedBefore);
        if (!alarmed) {
          BigInteger most =
              all.stream().map(ChainPoint::totalWork).max(BigInteger::compareTo).orElseThrow();
          assertThat(chain.best().totalWork()).as("seed %s", seed).isEqualTo(most);
        }
      }
      assertThat(alarmed).as("seed %s", seed).isEqualTo(bpos);
    }
  }

  private static List<Hash256> confirmedBest(TestChain chain) {
    List<Hash256> hashes = new ArrayList<>();
    for (long height = 11; height <= chain.best().consensus().confirmed(); height++) {
      hashes.add(chain.bestAt(height).orElseThrow());
    }
    return hashes;
  }
}
