// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.verify.DepositReading;
import org.elastos.smartweb.chain.ela.verify.TransactionProof;
import org.elastos.smartweb.chain.mainchain.ChainEvent;
import org.elastos.smartweb.chain.mainchain.ChainPosition;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.KeptTransaction;
import org.elastos.smartweb.chain.mainchain.LockedSpend;
import org.elastos.smartweb.chain.mainchain.OutputId;
import org.elastos.smartweb.chain.mainchain.ProvenOutputs;
import org.elastos.smartweb.chain.mainchain.SourceFailure;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.elastos.smartweb.chain.mainchain.TestBlocks;
import org.elastos.smartweb.chain.mainchain.TransactionReading;
import org.elastos.smartweb.chain.mainchain.WatchedDeposit;
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
    assertThat(taken).isEqualTo(taken(8, blocks.getLast()));
    assertThat(store.best().height()).isEqualTo(8);
    assertThat(store.finalHeight()).isEqualTo(6);
    assertThat(intake.take("b", blocks, Optional.of(8L))).isEqualTo(taken(0, blocks.getLast()));
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
    assertThat(code(taken)).isEqualTo(Code.CONTESTED);
    assertThat(taken.contest().orElseThrow().source()).isEqualTo("liar");
    assertThat(store.contest()).isEqualTo(taken.contest());
    assertThat(store.best().hash()).isEqualTo(hash(blocks.getLast()));
    intake.take("honest", mint.chain(TestBlocks.position(blocks.getLast()), 5), Optional.empty());
    assertThat(store.best().height()).isEqualTo(11);
    assertThat(store.finalHeight()).isEqualTo(before);
    assertThat(new Settling(store).keep())
        .isEqualTo(new Settling.Outcome.Kept(hash(rival.getFirst())));
    ChainPosition head = new ChainPosition(11, store.best().hash());
    intake.take("honest", mint.chain(head, 1), Optional.empty());
    assertThat(store.finalHeight()).isEqualTo(10);
    assertThat(code(intake.take("liar", rival, Optional.empty())))
        .isEqualTo(Code.CONTRADICTS_FINAL);
    List<DposBlock> more = mint.chain(TestBlocks.position(rival.getFirst()), 1);
    assertThat(code(intake.take("liar", more, Optional.empty())))
        .as("what follows a branch that lost is out as well")
        .isEqualTo(Code.CONTRADICTS_FINAL);
  }

  @Test
  void aContestGrowsWithItsBranchAndAllOfItIsKept() {
    TestBlocks mint = TestBlocks.confirmed(31);
    BlockIntake intake = intake(mint, POLICY);
    List<DposBlock> blocks = mint.chain(mint.root(), 6);
    intake.take("honest", blocks, Optional.empty());
    List<DposBlock> rival = mint.chain(TestBlocks.position(blocks.get(3)), 5);
    Taken taken = intake.take("other", rival.subList(0, 3), Optional.empty());
    assertThat(taken.fresh()).isEqualTo(3);
    assertThat(taken.last()).contains(hash(rival.get(2)));
    assertThat(store.contest().orElseThrow().tip()).isEqualTo(hash(rival.get(2)));
    Taken later = intake.take("third", rival, Optional.empty());
    assertThat(code(later)).isEqualTo(Code.CONTESTED);
    assertThat(later.contest()).as("told once").isEmpty();
    assertThat(store.contest().orElseThrow().tip()).isEqualTo(hash(rival.getLast()));
    assertThat(store.contest().orElseThrow().source()).isEqualTo("other");
    List<DposBlock> second = mint.chain(TestBlocks.position(blocks.get(2)), 1);
    intake.take("fourth", second, Optional.empty());
    assertThat(store.contest().orElseThrow().tip()).isEqualTo(hash(rival.getLast()));
    assertThat(store.block(hash(second.getFirst()))).isPresent();
  }

  @Test
  void depthMakesNothingFinalBeforeEverySourceHasShownIt() {
    TestBlocks mint = TestBlocks.byWork(32);
    BlockIntake intake = intake(mint, new ChainPolicy(3, 2, 50, Set.of()));
    List<DposBlock> chain = mint.chain(mint.root(), 20);
    intake.expect(List.of("early", "late"));
    intake.take("early", chain, Optional.empty());
    assertThat(store.finalHeight()).as("one source is not several").isZero();
    intake.take("late", chain.subList(0, 9), Optional.empty());
    assertThat(store.finalHeight()).as("as far as both showed it").isEqualTo(9);
    intake.take("late", chain.subList(9, 20), Optional.empty());
    assertThat(store.finalHeight()).as("and as deep as the policy says").isEqualTo(17);
    intake.expect(List.of("third"));
    intake.take("early", mint.chain(TestBlocks.position(chain.getLast()), 9), Optional.empty());
    assertThat(store.finalHeight()).as("nothing while one has shown nothing").isEqualTo(17);
    intake.forget("third");
    intake.forget("late");
    intake.take("early", List.of(chain.getLast()), Optional.empty());
    assertThat(store.finalHeight()).as("nor on one source's word").isEqualTo(17);
  }

  @Test
  void anEarlyLiarsCheapBlocksNeverBecomeFinalAndMoreWorkWins() {
    TestBlocks mint = TestBlocks.byWork(33);
    BlockIntake intake = intake(mint, new ChainPolicy(3, 2, 50, Set.of()));
    intake.expect(List.of("liar", "honest"));
    List<DposBlock> cheap = mint.chain(mint.root(), 150);
    List<DposBlock> honest = mint.chain(mint.root(), 160);
    intake.take("liar", cheap, Optional.of(150L));
    for (int from = 0; from < 160; from += 40) {
      Taken taken = intake.take("honest", honest.subList(from, from + 40), Optional.of(160L));
      assertThat(taken.failure()).as("nobody is blamed").isEmpty();
      assertThat(store.finalHeight()).isZero();
    }
    assertThat(store.best().hash()).isEqualTo(hash(honest.getLast()));
    assertThat(store.contest()).isEmpty();
  }

  @Test
  void aConfirmedBranchWinsOverAMinersLongBranchWithoutAContest() {
    TestBlocks mint = TestBlocks.confirmed(34);
    BlockIntake intake = intake(mint, new ChainPolicy(10, 2, 50, Set.of()));
    List<DposBlock> confirmed = mint.chain(mint.root(), 9);
    intake.take("honest", confirmed.subList(0, 4), Optional.empty());
    DposBlock leaving = mint.leaving(TestBlocks.position(confirmed.get(3)));
    List<DposBlock> alone = mint.bare(TestBlocks.position(leaving), 120);
    intake.take("miner", List.of(leaving), Optional.empty());
    intake.take("miner", alone, Optional.empty());
    assertThat(store.best().height()).isEqualTo(125);
    Taken taken = intake.take("honest", confirmed, Optional.empty());
    assertThat(taken.failure()).isEmpty();
    assertThat(store.contest()).isEmpty();
    assertThat(store.best().hash()).isEqualTo(hash(confirmed.getLast()));
    assertThat(store.finalHeight()).isEqualTo(7);
  }

  @Test
  void whatWasFinalStaysFinalWithALargerDepthAfterARestart() {
    TestBlocks mint = TestBlocks.byWork(35);
    BlockIntake before = intake(mint, new ChainPolicy(3, 2, 50, Set.of()));
    List<DposBlock> chain = mint.chain(mint.root(), 12);
    before.take("a", chain, Optional.empty());
    before.take("b", chain, Optional.empty());
    assertThat(store.finalHeight()).isEqualTo(9);
    BlockIntake after = intake(mint, new ChainPolicy(1_000, 2, 50, Set.of()));
    List<DposBlock> other = mint.chain(TestBlocks.position(chain.get(4)), 12);
    assertThat(code(after.take("c", other, Optional.empty()))).isEqualTo(Code.CONTESTED);
    assertThat(store.best().hash()).isEqualTo(hash(chain.getLast()));
    assertThat(store.finalHeight()).isEqualTo(9);
  }

  @Test
  void judgesWhoeverSpendsWhatIsLocked() {
    ProgramHash locked = ProgramHash.fromHex("4b" + "ab".repeat(20));
    ProgramHash free = ProgramHash.fromHex("21" + "cd".repeat(20));
    TestBlocks mint = TestBlocks.confirmed(36);
    BlockIntake intake = intake(mint, POLICY);
    ElaTransaction pays = mint.payment(new OutputId(Hash256.ZERO, 1), locked, 100);
    ElaTransaction again = mint.payment(new OutputId(Hash256.ZERO, 2), locked, 100);
    ElaTransaction old =
        mint.withdrawal(new OutputId(Hash256.fromHex("aa".repeat(32)), 0), free, 5);
    ElaTransaction lawful = mint.withdrawal(new OutputId(pays.txid(), 0), free, 90);
    ElaTransaction theft = mint.payment(new OutputId(again.txid(), 0), free, 90);
    ElaTransaction oldTheft =
        mint.payment(new OutputId(Hash256.fromHex("bb".repeat(32)), 0), free, 90)
            .withPrograms(lawful.programs());
    ElaTransaction common = mint.payment(new OutputId(Hash256.ZERO, 3), free, 7);
    DposBlock one = mint.block(mint.root(), pays, again, common);
    DposBlock two = mint.block(TestBlocks.position(one), old, lawful, theft, oldTheft);
    assertThat(intake.take("a", List.of(one), Optional.empty()).spends()).isEmpty();
    Taken taken = intake.take("a", List.of(two), Optional.empty());
    assertThat(taken.spends())
        .containsExactly(
            new LockedSpend(old.txid(), hash(two), 2, "allowed"),
            new LockedSpend(lawful.txid(), hash(two), 2, "allowed"),
            new LockedSpend(theft.txid(), hash(two), 2, "x_spend_type"),
            new LockedSpend(oldTheft.txid(), hash(two), 2, "x_spend_type"));
    assertThat(store.refusedSpends(9))
        .extracting(LockedSpend::txid)
        .containsExactlyInAnyOrder(theft.txid(), oldTheft.txid());
    assertThat(store.transactionsIn(hash(two)))
        .as("with proof, as evidence")
        .extracting(KeptTransaction::txid)
        .containsExactly(lawful.txid(), theft.txid());
    assertThat(new VerifiedMainchain("test", store, List::of, List.of()).status().refusedSpends())
        .hasSize(2);
  }

  @Test
  void judgesNobodyWhereTheCouncilIsNotKnown() {
    TestBlocks mint = TestBlocks.ofUnknownArbiters(37);
    BlockIntake intake = intake(mint, POLICY);
    ProgramHash free = ProgramHash.fromHex("21" + "cd".repeat(20));
    ElaTransaction some =
        mint.withdrawal(new OutputId(Hash256.fromHex("aa".repeat(32)), 0), free, 5);
    Taken taken = intake.take("a", List.of(mint.block(mint.root(), some)), Optional.empty());
    assertThat(taken.spends())
        .singleElement()
        .satisfies(spend -> {
          assertThat(spend.verdict()).isEqualTo("x_spend_arbiters_unknown");
          assertThat(spend.refused()).as("no alarm: nobody can judge").isFalse();
        });
    assertThat(store.refusedSpends(9)).isEmpty();
  }

  @Test
  void readsDepositsToWatchedProgramsFromTheTransactionsThemselves() {
    ProgramHash treasury = ProgramHash.fromHex("12" + "ab".repeat(20));
    ProgramHash sideChain = ProgramHash.fromHex("4b" + "cd".repeat(20));
    TestBlocks mint = TestBlocks.confirmed(38);
    BlockIntake intake = intake(mint, POLICY.watching(Set.of(treasury, sideChain)));
    ElaTransaction deposit = mint.deposit(new OutputId(Hash256.ZERO, 1), treasury, 100, "to me");
    ElaTransaction nameless = mint.payment(new OutputId(Hash256.ZERO, 2), treasury, 50);
    ElaTransaction locked = mint.payment(new OutputId(Hash256.ZERO, 3), sideChain, 70);
    DposBlock block = mint.block(mint.root(), deposit, nameless, locked);
    Taken taken = intake.take("a", List.of(block), Optional.empty());
    assertThat(taken.deposits())
        .extracting(WatchedDeposit::txid, WatchedDeposit::reading)
        .containsExactly(
            tuple(
                deposit.txid(),
                new WatchedDeposit.Reading.Treasury(
                    new DepositReading.TreasuryOutput.Deposit(
                        0, new Sela(100), Bytes.of("to me".getBytes(US_ASCII))))),
            tuple(
                nameless.txid(),
                new WatchedDeposit.Reading.Treasury(
                    new DepositReading.TreasuryOutput.Unusable(
                        0, new Sela(50), DepositReading.Flaw.MEMO_MISSING))),
            tuple(
                locked.txid(),
                new WatchedDeposit.Reading.SideChain(
                    new DepositReading.SideChainOutput.Unusable(
                        0, DepositReading.Flaw.TARGET_MISSING))));
    KeptTransaction kept = store.transactionsIn(hash(block)).getFirst();
    WatchedDeposits reader = new WatchedDeposits(mint.network(), Set.of(treasury));
    assertThat(reader.of(kept, 1)).hasSize(1);
    KeptTransaction spoiled =
        new KeptTransaction(
            nameless.txid(), kept.block(), kept.position(), kept.body(), kept.proof());
    assertThatIllegalStateException().isThrownBy(() -> reader.of(spoiled, 1));
  }

  @Test
  void anOutputIsWorthWhatItsFinalTransactionSays() {
    ProgramHash treasury = ProgramHash.fromHex("12" + "ab".repeat(20));
    TestBlocks mint = TestBlocks.confirmed(39);
    BlockIntake intake = intake(mint, POLICY.watching(Set.of(treasury)));
    ElaTransaction pays = mint.payment(new OutputId(Hash256.ZERO, 1), treasury, 100);
    DposBlock block = mint.block(mint.root(), pays);
    intake.take("a", List.of(block), Optional.empty());
    ProvenOutputs outputs =
        new ProvenOutputs(new VerifiedMainchain("test", store, List::of, List.of()));
    assertThat(outputs.find(new OutputId(pays.txid(), 0))).as("not final yet").isEmpty();
    intake.take("a", mint.chain(TestBlocks.position(block), 2), Optional.empty());
    assertThat(outputs.find(new OutputId(pays.txid(), 0)).orElseThrow().output().value())
        .isEqualTo(new Sela(100));
    assertThat(outputs.find(new OutputId(pays.txid(), 1))).isEmpty();
    assertThat(outputs.find(new OutputId(Hash256.ZERO, 0))).isEmpty();
  }

  @Test
  void aBranchDeeperThanThePolicyWaitsForPeople() {
    TestBlocks mint = TestBlocks.byWork(19);
    BlockIntake intake = intake(mint, new ChainPolicy(3, 2, 50, Set.of()));
    List<DposBlock> first = mint.chain(mint.root(), 6);
    intake.take("a", first, Optional.empty());
    intake.take("b", first, Optional.empty());
    assertThat(store.finalHeight()).isEqualTo(3);
    List<DposBlock> deep = mint.chain(TestBlocks.position(first.get(1)), 6);
    Taken taken = intake.take("b", deep, Optional.empty());
    assertThat(code(taken)).isEqualTo(Code.CONTESTED);
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

  private static Taken taken(int fresh, DposBlock last) {
    return new Taken(
        fresh, Optional.of(hash(last)), Optional.empty(), Optional.empty(), List.of(), List.of());
  }
}
