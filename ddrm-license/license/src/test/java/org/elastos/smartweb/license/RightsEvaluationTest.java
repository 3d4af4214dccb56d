// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.ddrm.Condition.AllOf;
import org.elastos.smartweb.ddrm.Condition.AnyOf;
import org.elastos.smartweb.ddrm.Condition.Not;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.Grant;
import org.elastos.smartweb.ddrm.Policy;
import org.elastos.smartweb.ddrm.Way;
import org.elastos.smartweb.license.RightsEvaluation.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The newest block is 100 and the final one 98. Editions named owned, free and elsewhere read as
/// true, false and unknown.
class RightsEvaluationTest {
  private static final EvmAddress WALLET = EvmAddress.fromHex("aa".repeat(20));
  private static final Condition OWNED = edition(TestWork.CHAIN, "01");
  private static final Condition FREE = edition(TestWork.CHAIN, "02");
  private static final Condition ELSEWHERE = edition(new ChainId(7), "03");
  private static final Grant SHORT = new Grant(60);

  private final FakeChain chain =
      new FakeChain(TestWork.CHAIN, TestNetwork.START)
          .right(EditionId.fromHex("01".repeat(32)), WALLET, 1, Right.OWNED);

  private static Condition edition(ChainId chain, String id) {
    return new Condition.HoldsEdition(
        chain, EvmAddress.fromHex("c0".repeat(20)), EditionId.fromHex(id.repeat(32)));
  }

  private Verdict verdict(Condition condition, Freshness freshness) {
    return RightsEvaluation.evaluate(
        chain, Policy.of(new Way(condition, TestWork.GRANT, freshness)), WALLET);
  }

  private void holds(Condition condition) {
    assertThat(verdict(condition, Freshness.FINAL)).isInstanceOf(Verdict.Holds.class);
  }

  private void fails(RefusalCode code, Condition condition) {
    assertThat(verdict(condition, Freshness.FINAL)).isEqualTo(new Verdict.Fails(code));
  }

  @Test
  void onlyTrueGrantsAndUnknownStaysUnknownUnderNot() {
    RefusalCode no = RefusalCode.NOT_OWNER;
    RefusalCode unknown = RefusalCode.SOURCES_UNAVAILABLE;
    holds(OWNED);
    fails(no, FREE);
    fails(unknown, ELSEWHERE);
    fails(no, new Not(OWNED));
    holds(new Not(FREE));
    fails(unknown, new Not(ELSEWHERE));
    holds(new AllOf(List.of(OWNED, OWNED)));
    fails(no, new AllOf(List.of(ELSEWHERE, FREE)));
    fails(unknown, new AllOf(List.of(OWNED, ELSEWHERE)));
    holds(new AnyOf(List.of(ELSEWHERE, OWNED)));
    fails(unknown, new AnyOf(List.of(ELSEWHERE, FREE)));
    fails(no, new AnyOf(List.of(FREE, FREE)));
    holds(new Not(new AllOf(List.of(ELSEWHERE, FREE))));
  }

  @Test
  void aPurchaseThatIsNotFinalCountsOnlyWhereThePolicySaysSo() {
    chain.right(EditionId.fromHex("02".repeat(32)), WALLET, 99, Right.OWNED);
    assertThat(verdict(FREE, Freshness.FINAL))
        .isEqualTo(new Verdict.Fails(RefusalCode.NOT_FINAL_YET));
    assertThat(verdict(FREE, Freshness.FRESH_PURCHASE)).isInstanceOf(Verdict.Holds.class);
  }

  @ParameterizedTest
  @EnumSource(Freshness.class)
  void aSellerLosesItAtTheNewestBlock(Freshness freshness) {
    chain.right(EditionId.fromHex("01".repeat(32)), WALLET, 100, Right.NONE);
    assertThat(verdict(OWNED, freshness)).isEqualTo(new Verdict.Fails(RefusalCode.NOT_OWNER));
  }

  @Test
  void aRightEndsWhenItSays() {
    Instant time = TestNetwork.START;
    chain.right(
        EditionId.fromHex("02".repeat(32)),
        WALLET,
        1,
        new Right(Right.Kind.RENTED, Optional.of(time)));
    fails(RefusalCode.EXPIRED, FREE);
    chain.right(
        EditionId.fromHex("02".repeat(32)),
        WALLET,
        2,
        new Right(Right.Kind.RENTED, Optional.of(time.plusSeconds(1))));
    holds(FREE);
  }

  @ParameterizedTest
  @EnumSource(Reading.Code.class)
  void whatCannotBeReadIsRefusedWithItsCode(Reading.Code code) {
    chain.failing(Optional.of(code));
    fails(Refusal.of(code), OWNED);
  }

  @Test
  void anUnreadableFinalBlockIsNotTakenForANo() {
    chain.failingAtFinal(Reading.Code.SOURCES_DISAGREE);
    fails(RefusalCode.SOURCES_DISAGREE, OWNED);
    assertThat(verdict(OWNED, Freshness.FRESH_PURCHASE)).isInstanceOf(Verdict.Holds.class);
  }

  @Test
  void anyWayWillDoAndTheReceiptNamesItsBlocks() {
    Policy policy =
        new Policy(
            List.of(
                new Way(ELSEWHERE, SHORT, Freshness.FINAL),
                new Way(OWNED, TestWork.GRANT, Freshness.FINAL)));
    assertThat(RightsEvaluation.evaluate(chain, policy, WALLET))
        .isInstanceOfSatisfying(
            Verdict.Holds.class,
            held -> {
              assertThat(held.way().grant()).isEqualTo(TestWork.GRANT);
              assertThat(held.heads())
                  .extracting(Receipt.BlockSpan::of)
                  .containsExactly(new Receipt.BlockSpan(TestWork.CHAIN, 98, 100));
            });
  }

  @Test
  void theNearestReasonIsGivenWhenNoWayHolds() {
    chain.right(EditionId.fromHex("04".repeat(32)), WALLET, 99, Right.OWNED);
    Way notFinal = new Way(edition(TestWork.CHAIN, "04"), SHORT, Freshness.FINAL);
    Way unknown = new Way(ELSEWHERE, SHORT, Freshness.FINAL);
    Way no = new Way(FREE, SHORT, Freshness.FINAL);
    assertThat(RightsEvaluation.evaluate(chain, new Policy(List.of(no, unknown)), WALLET))
        .isEqualTo(new Verdict.Fails(RefusalCode.SOURCES_UNAVAILABLE));
    assertThat(RightsEvaluation.evaluate(chain, new Policy(List.of(no, unknown, notFinal)), WALLET))
        .isEqualTo(new Verdict.Fails(RefusalCode.NOT_FINAL_YET));
  }
}
