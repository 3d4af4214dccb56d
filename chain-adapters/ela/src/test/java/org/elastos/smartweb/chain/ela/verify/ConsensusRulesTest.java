// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.tx.ConsensusPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxType;
import org.elastos.smartweb.chain.ela.verify.ConsensusState.Mode;
import org.elastos.smartweb.chain.ela.verify.ConsensusState.Turn;
import org.junit.jupiter.api.Test;

class ConsensusRulesTest {
  private static final TestArbiters FIRST = new TestArbiters(TestChain.SEATS);
  private static final TestArbiters SECOND = new TestArbiters(TestChain.SEATS);
  private static final ConsensusState KNOWN = ConsensusState.starting(Optional.of(FIRST.set()));
  private final TestMiner miner = new TestMiner(14);
  private final ConsensusRules rules = new ConsensusRules(TestChain.INSTANT);

  private ConsensusRules.Advance advance(
      ConsensusState before, long height, Confirmed by, ElaTransaction... transactions) {
    ElaHeader header = miner.mine(miner.fields(height), TestMiner.Shape.PLAIN);
    return rules.advance(
        before,
        new ConsensusRules.Block(
            header,
            header.timestamp() - 700,
            List.of(transactions),
            by.by == null ? Optional.empty() : Optional.of(by.confirm(header))));
  }

  private record Confirmed(TestArbiters by) {
    static final Confirmed NOT = new Confirmed(null);

    Confirm confirm(ElaHeader header) {
      return by.confirmBy(header.hash(), 5);
    }
  }

  private static final Confirmed BY_FIRST = new Confirmed(FIRST);
  private static final Confirmed BY_SECOND = new Confirmed(SECOND);

  private static ConsensusState next(ConsensusRules.Advance advance) {
    assertThat(advance).isInstanceOf(ConsensusRules.Advance.Next.class);
    return ((ConsensusRules.Advance.Next) advance).state();
  }

  private static Rule ruleOf(ConsensusRules.Advance advance) {
    return ((ConsensusRules.Advance.Refused) advance).reason().rule();
  }

  @Test
  void needsNoConfirmBeforeThereAreConfirms() {
    ConsensusState after = next(advance(KNOWN, 4, Confirmed.NOT));

    assertThat(after).isEqualTo(KNOWN);
    assertThat(after.confirmed()).isEqualTo(ConsensusState.NONE);
    assertThat(ruleOf(advance(KNOWN, 5, Confirmed.NOT))).isEqualTo(Rule.CONFIRM_MISSING);
  }

  @Test
  void remembersTheLastConfirmedHeight() {
    assertThat(next(advance(KNOWN, 5, BY_FIRST)).confirmed()).isEqualTo(5);
    assertThat(ruleOf(advance(KNOWN, 5, BY_SECOND))).isEqualTo(Rule.CONFIRM_SPONSOR_UNKNOWN);
  }

  @Test
  void changesTheSetWithTheBlockAboveTheWorkingHeight() {
    ConsensusState told = next(advance(KNOWN, 10, BY_FIRST, TestChain.nextTurn(15, SECOND.set())));

    assertThat(told.turns()).containsExactly(new Turn(15, Optional.of(SECOND.set())));
    assertThat(told.arbiters()).contains(FIRST.set());
    assertThat(ruleOf(advance(told, 15, BY_SECOND))).isEqualTo(Rule.CONFIRM_SPONSOR_UNKNOWN);
    ConsensusState at15 = next(advance(told, 15, BY_FIRST));
    assertThat(ruleOf(advance(at15, 16, BY_FIRST))).isEqualTo(Rule.CONFIRM_SPONSOR_UNKNOWN);
    ConsensusState at16 = next(advance(at15, 16, BY_SECOND));
    assertThat(at16.arbiters()).contains(SECOND.set());
    assertThat(at16.turns()).isEmpty();
  }

  @Test
  void lateSetsFollowEachOther() {
    ConsensusState told = next(advance(KNOWN, 10, BY_FIRST, TestChain.nextTurn(15, SECOND.set())));
    ConsensusState both = next(advance(told, 11, BY_FIRST, TestChain.nextTurn(20, FIRST.set())));

    assertThat(both.forBlock(15).arbiters()).contains(FIRST.set());
    assertThat(both.forBlock(16).arbiters()).contains(SECOND.set());
    assertThat(both.forBlock(21).arbiters()).contains(FIRST.set());
    assertThat(both.forBlock(21).turns()).isEmpty();
  }

  @Test
  void takesAChangeByForceOnlyFromTheOldSetAndForgetsWhatWasAnnounced() {
    ConsensusState told = next(advance(KNOWN, 10, BY_FIRST, TestChain.nextTurn(15, FIRST.set())));
    ElaTransaction force = TestChain.nextTurn(10, SECOND.set());

    assertThat(ruleOf(advance(told, 11, BY_SECOND, force))).isEqualTo(Rule.CONFIRM_SPONSOR_UNKNOWN);
    ConsensusState forced = next(advance(told, 11, BY_FIRST, force));
    assertThat(forced.turns()).containsExactly(new Turn(10, Optional.of(SECOND.set())));
    assertThat(next(advance(forced, 12, BY_SECOND)).arbiters()).contains(SECOND.set());
  }

  private static ElaTransaction announcement(
      int version, List<Bytes> council, List<Bytes> seats, List<Bytes> complete) {
    return TestChain.transaction(
        TxType.NEXT_TURN_DPOS_INFO,
        version,
        new ConsensusPayload.NextTurnDposInfo(version, 15, council, seats, complete),
        List.of(),
        0);
  }

  @Test
  void readsEveryFormOfAnnouncement() {
    List<Bytes> keys = SECOND.keys();
    List<Bytes> council = keys.subList(0, 2);
    List<Bytes> rest = keys.subList(2, 6);
    List<Bytes> oneSilent = new ArrayList<>(keys);
    oneSilent.set(1, Bytes.EMPTY);

    assertThat(announced(announcement(0, council, rest, List.of())))
        .contains(new ArbiterSet(keys, council));
    assertThat(announced(announcement(0, council, keys, List.of())))
        .contains(new ArbiterSet(keys, council));
    assertThat(announced(announcement(1, council, oneSilent, council)))
        .contains(new ArbiterSet(oneSilent, council));
  }

  @Test
  void knowsNobodyAfterAnAnnouncementThatItCannotRead() {
    List<Bytes> keys = SECOND.keys();
    List<Bytes> twice = Collections.nCopies(6, keys.getFirst());

    assertThat(announced(announcement(0, List.of(), keys.subList(0, 5), List.of()))).isEmpty();
    assertThat(announced(announcement(0, keys, keys, List.of()))).isPresent();
    assertThat(announced(announcement(0, List.of(), twice, List.of()))).isEmpty();
    assertThat(announced(announcement(0, List.of(Bytes.of(new byte[5])), keys, List.of())))
        .isEmpty();
    assertThat(announced(announcement(0, List.of(), List.of(), List.of()))).isEmpty();
  }

  private Optional<ArbiterSet> announced(ElaTransaction transaction) {
    ConsensusState told = next(advance(KNOWN, 10, BY_FIRST, transaction));
    assertThat(told.turns()).hasSize(1);
    return told.turns().getFirst().arbiters();
  }

  @Test
  void confirmsNothingOnceTheSetIsUnknownAndLetsNobodyNameANewOne() {
    ConsensusState told =
        next(advance(KNOWN, 10, BY_FIRST, announcement(0, List.of(), List.of(), List.of())));
    ConsensusState lost = next(advance(told, 16, BY_SECOND, TestChain.nextTurn(17, SECOND.set())));

    assertThat(lost.arbiters()).isEmpty();
    assertThat(lost.confirmed()).isEqualTo(10);
    assertThat(lost.turns()).isEmpty();
    assertThat(lost.finalises()).isFalse();
    assertThat(KNOWN.finalises()).isTrue();
  }

  @Test
  void knowsNobodyAfterAnAnnouncementTooFarAheadOrTooManyOfThem() {
    ConsensusState far = next(advance(KNOWN, 10, BY_FIRST, TestChain.nextTurn(35, SECOND.set())));
    assertThat(far.turns()).containsExactly(new Turn(10, Optional.empty()));

    ConsensusState many = KNOWN;
    for (int i = 0; i < 8; i++) {
      many = next(advance(many, 10, BY_FIRST, TestChain.nextTurn(12 + i, SECOND.set())));
    }
    assertThat(many.turns()).hasSize(8);
    many = next(advance(many, 10, BY_FIRST, TestChain.nextTurn(30, SECOND.set())));
    assertThat(many.turns()).containsExactly(new Turn(10, Optional.empty()));
  }

  @Test
  void goesOverToWorkAloneOnlyWhenTheRulesAllowIt() {
    assertThat(ruleOf(advance(KNOWN, 5, Confirmed.NOT, TestChain.revertToPow(0, 5))))
        .as("700 seconds are no long silence")
        .isEqualTo(Rule.REVERT_NOT_ALLOWED);
    assertThat(ruleOf(advance(KNOWN, 5, Confirmed.NOT, TestChain.revertToPow(1, 6))))
        .isEqualTo(Rule.REVERT_NOT_ALLOWED);
    ConsensusState work =
        next(advance(KNOWN, 1_000, Confirmed.NOT, TestChain.revertToPow(0, 1_000)));
    assertThat(work.mode()).isEqualTo(Mode.WORK);
    assertThat(work.finalises()).isFalse();
    assertThat(next(advance(KNOWN, 5, Confirmed.NOT, TestChain.revertToPow(1, 5))).mode())
        .isEqualTo(Mode.WORK);
  }

  private ConsensusState work() {
    return next(advance(KNOWN, 20, Confirmed.NOT, TestChain.revertToPow(1, 20)));
  }

  @Test
  void makesNothingFinalByWorkAlone() {
    ConsensusState after =
        next(advance(work(), 21, BY_SECOND, TestChain.nextTurn(30, SECOND.set())));

    assertThat(after.confirmed()).isEqualTo(ConsensusState.NONE);
    assertThat(after.turns()).isEmpty();
    assertThat(after.arbiters()).contains(FIRST.set());
  }

  private static ElaTransaction signedReturn(TestArbiters by, int needed, int... signers) {
    ElaTransaction open = TestChain.revertToDpos(10);
    return open.withPrograms(
        List.of(by.witness(ArbiterWitness.MULTI_SIGNATURE, needed, open.unsigned(), signers)));
  }

  @Test
  void returnsToConfirmsTenBlocksAfterTheLastKnownSetSaysSo() {
    ConsensusState decided =
        next(advance(work(), 30, Confirmed.NOT, signedReturn(FIRST, 5, 0, 1, 2, 3, 4)));

    assertThat(decided.mode()).isEqualTo(Mode.WORK);
    assertThat(decided.resumesAfter()).isEqualTo(40);
    assertThat(next(advance(decided, 40, Confirmed.NOT)).mode()).isEqualTo(Mode.WORK);
    assertThat(ruleOf(advance(decided, 41, Confirmed.NOT))).isEqualTo(Rule.CONFIRM_MISSING);
    ConsensusState back = next(advance(decided, 41, BY_FIRST));
    assertThat(back.mode()).isEqualTo(Mode.BPOS);
    assertThat(back.resumesAfter()).isZero();
    assertThat(back.confirmed()).isEqualTo(41);
    assertThat(
            next(advance(decided, 31, Confirmed.NOT, signedReturn(FIRST, 5, 0, 1, 2, 3, 4)))
                .resumesAfter())
        .as("decided once")
        .isEqualTo(40);
  }

  @Test
  void staysByWorkAloneWhenStrangersOrTooFewDecideTheReturn() {
    ElaTransaction otherInterval = TestChain.revertToDpos(11);
    ElaTransaction signedOther =
        otherInterval.withPrograms(
            List.of(
                FIRST.witness(
                    ArbiterWitness.MULTI_SIGNATURE, 5, otherInterval.unsigned(), 0, 1, 2, 3, 4)));
    ElaTransaction crossChain =
        TestChain.revertToDpos(10)
            .withPrograms(
                List.of(
                    FIRST.witness(
                        ArbiterWitness.CROSS_CHAIN,
                        5,
                        TestChain.revertToDpos(10).unsigned(),
                        0,
                        1,
                        2,
                        3,
                        4)));

    for (ElaTransaction attempt :
        List.of(
            signedReturn(SECOND, 5, 0, 1, 2, 3, 4),
            signedReturn(FIRST, 4, 0, 1, 2, 3),
            signedReturn(FIRST, 5, 0, 1, 2, 3, 3),
            TestChain.revertToDpos(10),
            signedOther,
            crossChain)) {
      assertThat(next(advance(work(), 30, Confirmed.NOT, attempt)).resumesAfter()).isZero();
    }
    ConsensusState nobody =
        next(
            advance(
                ConsensusState.starting(Optional.empty()),
                20,
                Confirmed.NOT,
                TestChain.revertToPow(1, 20)));
    assertThat(
            next(advance(nobody, 30, Confirmed.NOT, signedReturn(FIRST, 5, 0, 1, 2, 3, 4)))
                .resumesAfter())
        .isZero();
  }

  /// 700 seconds without a block are silence enough from height 1,000 on.
  private ConsensusState decidedLate() {
    ConsensusState work =
        next(advance(KNOWN, 1_000, Confirmed.NOT, TestChain.revertToPow(0, 1_000)));
    ConsensusState decided =
        next(advance(work, 1_030, Confirmed.NOT, signedReturn(FIRST, 5, 0, 1, 2, 3, 4)));
    assertThat(decided.resumesAfter()).isEqualTo(1_040);
    return decided;
  }

  @Test
  void silenceDuringAReturnCancelsItAsInTheNode() {
    ConsensusState again =
        next(advance(decidedLate(), 1_035, Confirmed.NOT, TestChain.revertToPow(0, 1_035)));

    assertThat(again.mode()).isEqualTo(Mode.WORK);
    assertThat(again.resumesAfter()).isZero();
    assertThat(next(advance(again, 1_041, Confirmed.NOT)).mode()).isEqualTo(Mode.WORK);
    assertThat(
            next(advance(again, 1_042, Confirmed.NOT, signedReturn(FIRST, 5, 0, 1, 2, 3, 4)))
                .resumesAfter())
        .as("a return can be decided again")
        .isEqualTo(1_052);
  }

  @Test
  void whatTheNodeNeverHoldsTrueInProofOfWorkModeCancelsNoReturn() {
    for (int reason : List.of(1, 2)) {
      assertThat(
              ruleOf(
                  advance(
                      decidedLate(), 1_035, Confirmed.NOT, TestChain.revertToPow(reason, 1_035))))
          .isEqualTo(Rule.REVERT_NOT_ALLOWED);
      assertThat(next(advance(decidedLate(), 1_041, BY_FIRST)).mode()).isEqualTo(Mode.BPOS);
      assertThat(
              next(advance(
                      decidedLate(), 1_041, Confirmed.NOT, TestChain.revertToPow(reason, 1_041)))
                  .mode())
          .as("the block above the return is in the other mode again")
          .isEqualTo(Mode.WORK);
    }
    assertThat(
            next(advance(work(), 21, Confirmed.NOT, TestChain.revertToPow(2, 21))).resumesAfter())
        .as("without a return there is nothing that it could take")
        .isZero();
  }

  @Test
  void reasonsThatTheNodeDoesNotKnowHaveNoConditionThere() {
    assertThat(next(advance(KNOWN, 5, Confirmed.NOT, TestChain.revertToPow(3, 5))).mode())
        .isEqualTo(Mode.WORK);
    assertThat(
            next(advance(decidedLate(), 1_035, Confirmed.NOT, TestChain.revertToPow(200, 1_035)))
                .resumesAfter())
        .isZero();
    assertThat(ruleOf(advance(KNOWN, 5, Confirmed.NOT, TestChain.revertToPow(3, 4))))
        .isEqualTo(Rule.REVERT_NOT_ALLOWED);
    assertThat(ruleOf(advance(KNOWN, 4_000, BY_FIRST, TestChain.revertToPow(3, 3_999))))
        .isEqualTo(Rule.REVERT_NOT_ALLOWED);
  }

  @Test
  void everyDecisionInABlockMustHold() {
    assertThat(
            ruleOf(
                advance(
                    KNOWN,
                    20,
                    Confirmed.NOT,
                    TestChain.revertToPow(1, 20),
                    TestChain.revertToPow(0, 20))))
        .isEqualTo(Rule.REVERT_NOT_ALLOWED);
    ConsensusState two =
        next(
            advance(
                KNOWN,
                10,
                BY_FIRST,
                TestChain.nextTurn(15, SECOND.set()),
                TestChain.nextTurn(16, SECOND.set())));
    assertThat(two.turns())
        .as("the node lets no block announce two sets: who follows is not known")
        .containsExactly(new Turn(10, Optional.empty()));
  }
}
