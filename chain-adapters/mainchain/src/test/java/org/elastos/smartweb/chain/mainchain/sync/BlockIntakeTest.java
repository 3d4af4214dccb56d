// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.verify.TransactionProof;
import org.elastos.smartweb.chain.mainchain.ChainEvent;
import org.elastos.smartweb.chain.mainchain.ChainPosition;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.KeptTransaction;
import org.elastos.smartweb.chain.mainchain.OutputId;
import org.elastos.smartweb.chain.mainchain.SourceFailure;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.elastos.smartweb.chain.mainchain.TestBlocks;
import org.elastos.smartweb.chain.mainchain.TransactionReading;
import org.elastos.smartweb.chain.mainchain.store.InMemoryHeaderStore;
import org.elastos.smartweb.chain.mainchain.sync.BlockIntake.Taken;
import org.elastos.smartweb.testkit.MutableClock;
import org.junit.jupiter.api.Test;

/// Only what keeps the rules comes in, whoever brings it.
class BlockIntakeTest {
  private static final ChainPolicy POLICY = new ChainPolicy(10, 2, 5, Set.of());

  private final HeaderStore store = new InMemoryHeaderStore();
  private final MutableClock clock = MutableClock.at(Instant.ofEpochSecond(TestBlocks.NOW));

  @Test
  void takesConfirmedBlocksAndMakesThemFinalSomeBlocksDeep() {
    TestBlocks mint = TestBlocks.confirmed(11);
    BlockIntake intake = intake(mint, POLICY);
    List<DposBlock> blocks = mint.chain(mint.root(), 8);
    Taken taken = intake.take("a", blocks, Optional.of(8L));
    assertThat(taken).isEqualTo(new Taken(8, Optional.of(hash(blocks.getLast())), none(), none()));
    assertThat(store.best().height()).isEqualTo(8);
    assertThat(store.finalHeight()).isEqualTo(6);
    assertThat(intake.take("b", blocks, Optional.of(8L)))
        .isEqualTo(new Taken(0, Optional.of(hash(blocks.getLast())), none(), none()));
  }

  @Test
  void storesWhatHoldsBeforeTheFirstBlockThatDoesNot() {
    TestBlocks mint = TestBlocks.confirmed(12);
    List<DposBlock> blocks = mint.chain(mint.root(), 3);
    DposBlock lazy = mint.withoutWork(TestBlocks.position(blocks.getLast()));
    Taken taken =
        intake(mint, POLICY)
            .take(
                "a", List.of(blocks.get(0), blocks.get(1), blocks.get(2), lazy), Optional.empty());
    assertThat(taken.fresh()).isEqualTo(3);
    assertThat(code(taken)).isEqualTo(Code.INVALID_BLOCK);
    assertThat(taken.failure().orElseThrow().detail()).contains("work_too_low", "height 4");
    assertThat(store.best().height()).isEqualTo(3);
  }

  @Test
  void aBlockWithAnotherTransactionListIsALie() {
    TestBlocks mint = TestBlocks.confirmed(13);
    DposBlock sound = mint.block(mint.root());
    DposBlock other = mint.block(mint.root());
    DposBlock mixed =
        new DposBlock(
            new ElaBlock(sound.block().header(), other.block().transactions()), sound.confirm());
    assertThat(code(intake(mint, POLICY).take("a", List.of(mixed), Optional.empty())))
        .isEqualTo(Code.INVALID_BLOCK);
  }

  @Test
  void aMissingConfirmStopsWithoutAReproach() {
    TestBlocks mint = TestBlocks.confirmed(14);
    DposBlock bare = new DposBlock(mint.unconfirmed(mint.root()), Optional.empty());
    Taken taken = intake(mint, POLICY).take("a", List.of(bare), Optional.empty());
    assertThat(code(taken)).isEqualTo(Code.NOT_YET);
    assertThat(store.best().height()).isZero();
  }

  @Test
  void aBlockFromTheFutureStopsWithoutAReproach() {
    TestBlocks mint = TestBlocks.confirmed(15);
    clock.set(Instant.ofEpochSecond(TestBlocks.TIME - 8_000));
    assertThat(code(intake(mint, POLICY).take("a", mint.chain(mint.root(), 1), Optional.empty())))
        .isEqualTo(Code.NOT_YET);
  }

  @Test
  void aConfirmForAnotherBlockIsALie() {
    TestBlocks mint = TestBlocks.confirmed(16);
    DposBlock stolen =
        new DposBlock(mint.unconfirmed(mint.root()), mint.block(mint.root()).confirm());
    assertThat(code(intake(mint, POLICY).take("a", List.of(stolen), Optional.empty())))
        .isEqualTo(Code.INVALID_BLOCK);
  }

  @Test
  void followsTheBranchWithMoreWorkAndTellsWhatLeft() {
    TestBlocks mint = TestBlocks.byWork(17);
    BlockIntake intake = intake(mint, POLICY);
    List<DposBlock> first = mint.chain(mint.root(), 3);
    List<DposBlock> second = mint.chain(mint.root(), 4);
    intake.take("a", first, Optional.empty());
    Taken taken = intake.take("b", second, Optional.empty());
    assertThat(taken.failure()).isEmpty();
    assertThat(store.best().hash()).isEqualTo(hash(second.getLast()));
    assertThat(store.eventsAfter(3, 20).stream().filter(event -> !event.joined()))
        .extracting(ChainEvent::height)
        .containsExactly(3L, 2L, 1L);
    assertThat(store.block(hash(first.getLast())).orElseThrow().best()).isFalse();
  }

  @Test
  void aSecondConfirmedBlockContestsTheChainAndNothingNewIsFinal() {
    TestBlocks mint = TestBlocks.confirmed(18);
    BlockIntake intake = intake(mint, POLICY);
    List<DposBlock> blocks = mint.chain(mint.root(), 6);
    intake.take("honest", blocks, Optional.empty());
    long before = store.finalHeight();
    List<DposBlock> rival = mint.chain(TestBlocks.position(blocks.get(3)), 1);
    Taken taken = intake.take("liar", rival, Optional.empty());
    assertThat(code(taken)).isEqualTo(Code.CONTRADICTS_FINAL);
    assertThat(taken.contest().orElseThrow().source()).isEqualTo("liar");
    assertThat(store.contest()).isEqualTo(taken.contest());
    assertThat(store.best().hash()).isEqualTo(hash(blocks.getLast()));
    intake.take("honest", mint.chain(TestBlocks.position(blocks.getLast()), 5), Optional.empty());
    assertThat(store.best().height()).isEqualTo(11);
    assertThat(store.finalHeight()).isEqualTo(before);
    store.settle();
    intake.take("honest", mint.chain(TestBlocks.position(blocks.getLast()), 0), Optional.empty());
    ChainPosition head = new ChainPosition(11, store.best().hash());
    intake.take("honest", mint.chain(head, 1), Optional.empty());
    assertThat(store.finalHeight()).isEqualTo(10);
  }

  @Test
  void aBranchDeeperThanThePolicyWaitsForPeople() {
    TestBlocks mint = TestBlocks.byWork(19);
    BlockIntake intake = intake(mint, new ChainPolicy(3, 2, 50, Set.of()));
    List<DposBlock> first = mint.chain(mint.root(), 6);
    intake.take("a", first, Optional.empty());
    List<DposBlock> deep = mint.chain(TestBlocks.position(first.get(1)), 6);
    Taken taken = intake.take("b", deep, Optional.empty());
    assertThat(code(taken)).isEqualTo(Code.CONTRADICTS_FINAL);
    assertThat(store.contest().orElseThrow().code()).isEqualTo("reorganisation_too_deep");
    assertThat(store.best().hash()).isEqualTo(hash(first.getLast()));
  }

  @Test
  void blocksThatMeetOurChainNowhereAreALieUnlessTheSourceLagsBehind() {
    TestBlocks mint = TestBlocks.confirmed(20);
    BlockIntake intake = intake(mint, POLICY);
    intake.take("a", mint.chain(mint.root(), 9), Optional.empty());
    List<DposBlock> foreign = mint.chain(new ChainPosition(0, Hash256.fromHex("77".repeat(32))), 2);
    assertThat(code(intake.take("b", foreign, Optional.of(2L)))).isEqualTo(Code.BEHIND);
    assertThat(code(intake.take("b", foreign, Optional.of(500L))))
        .isEqualTo(Code.CONTRADICTS_FINAL);
    List<DposBlock> ahead = mint.chain(new ChainPosition(40, Hash256.fromHex("77".repeat(32))), 2);
    assertThat(code(intake.take("b", ahead, Optional.of(500L)))).isEqualTo(Code.GONE);
  }

  @Test
  void keepsWhatPaysToAWatchedProgramAndWhatSpendsIt() {
    ProgramHash treasury = ProgramHash.fromHex("12" + "ab".repeat(20));
    ProgramHash other = ProgramHash.fromHex("21" + "cd".repeat(20));
    TestBlocks mint = TestBlocks.confirmed(21);
    BlockIntake intake = intake(mint, POLICY.watching(Set.of(treasury)));
    ElaTransaction pays = mint.payment(new OutputId(Hash256.ZERO, 1), treasury, 100);
    ElaTransaction ignored = mint.payment(new OutputId(Hash256.ZERO, 2), other, 100);
    ElaTransaction spends = mint.payment(new OutputId(pays.txid(), 0), other, 90);
    ElaTransaction besides = mint.payment(new OutputId(pays.txid(), 1), other, 90);
    DposBlock one = mint.block(mint.root(), ignored, pays);
    DposBlock two = mint.block(TestBlocks.position(one), besides, spends);
    intake.take("a", List.of(one, two), Optional.empty());
    assertThat(store.transactionsIn(hash(one)))
        .extracting(KeptTransaction::txid)
        .containsExactly(pays.txid());
    assertThat(store.transactionsIn(hash(two)))
        .extracting(KeptTransaction::txid)
        .containsExactly(spends.txid());
    var chain = new VerifiedMainchain("test", store, List::of, List.of());
    assertThat(chain.transaction(ignored.txid())).isInstanceOf(TransactionReading.NotSeen.class);
    assertThat(chain.transaction(pays.txid()))
        .isInstanceOfSatisfying(
            TransactionReading.Included.class,
            included -> {
              assertThat(included.height()).isEqualTo(1);
              assertThat(included.confirmations()).isEqualTo(2);
              assertThat(included.isFinal()).isFalse();
              assertProved(included.transaction());
            });
    assertThat(chain.status().head()).isEqualTo(TestBlocks.position(two));
    assertThat(chain.blockAt(1).orElseThrow().hash()).isEqualTo(hash(one));
    assertThat(chain.eventsAfter(1, 5)).hasSize(1);
  }

  private void assertProved(KeptTransaction kept) {
    ElaHeader header =
        ElaCodec.readHeader(
                store.block(kept.block()).orElseThrow().header().map(Bytes::bytes).orElseThrow())
            .orElseThrow();
    TransactionProof proof = TransactionProof.read(kept.proof().bytes()).orElseThrow();
    assertThat(proof.leadsFrom(kept.txid(), header).holds()).isTrue();
    assertThat(proof.leadsFrom(Hash256.ZERO, header).holds()).isFalse();
  }

  private BlockIntake intake(TestBlocks mint, ChainPolicy policy) {
    store.begin(mint.origin());
    return new BlockIntake(mint.network(), store, policy, clock);
  }

  private static Code code(Taken taken) {
    return taken.failure().map(SourceFailure::code).orElseThrow();
  }

  private static Hash256 hash(DposBlock block) {
    return block.block().header().hash();
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
