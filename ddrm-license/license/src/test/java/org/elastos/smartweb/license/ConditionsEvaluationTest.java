// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.ddrm.Comparison;
import org.elastos.smartweb.ddrm.Comparison.Operand;
import org.elastos.smartweb.ddrm.Comparison.Operator;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.ddrm.Condition.Access;
import org.elastos.smartweb.ddrm.Condition.AtLeast;
import org.elastos.smartweb.ddrm.Condition.HasAccess;
import org.elastos.smartweb.ddrm.Condition.HoldsTokens;
import org.elastos.smartweb.ddrm.Condition.Not;
import org.elastos.smartweb.ddrm.Condition.OneOf;
import org.elastos.smartweb.ddrm.Condition.Standard;
import org.elastos.smartweb.ddrm.Condition.Within;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.Grant;
import org.elastos.smartweb.ddrm.Policy;
import org.elastos.smartweb.ddrm.Question;
import org.elastos.smartweb.ddrm.Way;
import org.elastos.smartweb.license.RightsEvaluation.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Each kind of condition against a chain: the newest block is 100, the final one 98.
class ConditionsEvaluationTest {
  private static final EvmAddress WALLET = EvmAddress.fromHex("aa".repeat(20));
  private static final EvmAddress TOKEN = EvmAddress.fromHex("70".repeat(20));
  private static final Condition.Contract AT = new Condition.Contract(TestWork.CHAIN, TOKEN);
  private static final String HOLDER = "00".repeat(12) + "aa".repeat(20);
  private static final Instant NOW = TestNetwork.START;
  private static final Condition YES = new OneOf(List.of(WALLET));
  private static final Condition NO = new OneOf(List.of(TOKEN));
  private static final Condition UNKNOWN =
      new Condition.OwnsToken(new Condition.Contract(new ChainId(7), TOKEN), Hash256.ZERO);

  private final FakeChain chain = new FakeChain(TestWork.CHAIN, NOW);

  private Verdict verdict(Condition condition) {
    return RightsEvaluation.evaluate(
        chain, Policy.of(new Way(condition, new Grant(60), Freshness.FINAL)), WALLET);
  }

  private void holds(Condition condition) {
    assertThat(verdict(condition)).isInstanceOf(Verdict.Holds.class);
  }

  private void holdsUntil(Instant until, Condition condition) {
    assertThat(verdict(condition))
        .isInstanceOfSatisfying(
            Verdict.Holds.class, held -> assertThat(held.until()).contains(until));
  }

  private void fails(RefusalCode code, Condition condition) {
    assertThat(verdict(condition)).isEqualTo(new Verdict.Fails(code));
  }

  private void answers(String data, Bytes answer) {
    chain.answer(TOKEN, Bytes.fromHex(data), 1, answer);
  }

  private static Bytes word(long number) {
    return Bytes.of(uint(number).bytes());
  }

  private static Hash256 uint(long number) {
    return Hash256.fromUint(BigInteger.valueOf(number));
  }

  @ParameterizedTest
  @EnumSource(Standard.class)
  void countsTokens(Standard standard) {
    boolean byId = standard == Standard.ERC1155;
    String data = byId ? "00fdd58e" + HOLDER + uint(7).hex() : "70a08231" + HOLDER;
    Condition five = new HoldsTokens(standard, AT, byId ? uint(7) : Hash256.ZERO, uint(5));
    fails(RefusalCode.NOT_OWNER, five);
    answers(data, word(4));
    fails(RefusalCode.NOT_OWNER, five);
    answers(data, word(5));
    holds(five);
    answers(data, Bytes.EMPTY);
    fails(RefusalCode.NOT_OWNER, five);
    answers(data, Bytes.of(new byte[64]));
    fails(RefusalCode.NOT_OWNER, five);
    chain.failing(Optional.of(Reading.Code.SOURCES_DISAGREE));
    fails(RefusalCode.SOURCES_DISAGREE, five);
    fails(RefusalCode.SOURCES_DISAGREE, new Not(five));
  }

  @Test
  void asksWhoOwnsAToken() {
    Condition owns = new Condition.OwnsToken(AT, uint(9));
    fails(RefusalCode.NOT_OWNER, owns);
    answers("6352211e" + uint(9).hex(), Bytes.fromHex("00".repeat(12) + "bb".repeat(20)));
    fails(RefusalCode.NOT_OWNER, owns);
    answers("6352211e" + uint(9).hex(), Bytes.fromHex(HOLDER));
    holds(owns);
  }

  @Test
  void aTokenThatWasSoldOrIsNotFinalYetDoesNotCount() {
    Condition owns = new Condition.OwnsToken(AT, uint(9));
    Bytes data = Bytes.fromHex("6352211e" + uint(9).hex());
    chain.answer(TOKEN, data, 1, Bytes.fromHex(HOLDER));
    chain.answer(TOKEN, data, 100, word(1));
    fails(RefusalCode.NOT_OWNER, owns);
    chain.answer(TOKEN, data, 1, word(1));
    chain.answer(TOKEN, data, 100, Bytes.fromHex(HOLDER));
    fails(RefusalCode.NOT_FINAL_YET, owns);
  }

  @Test
  void offAListOnlyByACleanNo() {
    Condition off = new Condition.OffList(AT, Bytes.fromHex("fe575a87"));
    fails(RefusalCode.NOT_OWNER, off);
    answers("fe575a87" + HOLDER, word(1));
    fails(RefusalCode.NOT_OWNER, off);
    answers("fe575a87" + HOLDER, word(0));
    holds(off);
    answers("fe575a87" + HOLDER, Bytes.EMPTY);
    fails(RefusalCode.NOT_OWNER, off);
  }

  @Test
  void asksAnyViewCall() {
    Question question =
        new Question(Bytes.fromHex("11223344" + "00".repeat(32)), Bytes.fromHex("00"));
    Condition third = asks(question, 2, Operator.GE, new Operand.Fixed(uint(3)));
    Condition holder = asks(question, 1, Operator.EQ, new Operand.Holder());
    fails(RefusalCode.NOT_OWNER, third);
    answers("11223344" + HOLDER, Bytes.fromHex(uint(0).hex() + HOLDER + uint(3).hex()));
    holds(third);
    holds(holder);
    fails(RefusalCode.NOT_OWNER, asks(question, 0, Operator.EQ, new Operand.Holder()));
    fails(RefusalCode.NOT_OWNER, asks(question, 3, Operator.EQ, new Operand.Fixed(uint(0))));
    chain.failing(Optional.of(Reading.Code.SOURCES_UNAVAILABLE));
    fails(RefusalCode.SOURCES_UNAVAILABLE, third);
  }

  private static Condition asks(Question question, int word, Operator operator, Operand operand) {
    return new Condition.Answers(AT, question, new Comparison(word, operator, operand));
  }

  /// ERC-4907 and ERC-5643 tell an end in seconds, to be held against the block's time.
  @ParameterizedTest
  @CsvSource({"GT, 1, 1", "GE, 0, 1", "GE, 1, 2"})
  void anEndThatAContractTellsEndsTheRight(Operator operator, long after, long end) {
    Question question = new Question(Bytes.fromHex("8fc88c48" + uint(1).hex()), Bytes.EMPTY);
    Condition runs = asks(question, 0, operator, new Operand.Time());
    answers("8fc88c48" + uint(1).hex(), word(NOW.getEpochSecond() + after));
    holdsUntil(NOW.plusSeconds(end), runs);
    answers("8fc88c48" + uint(1).hex(), word(NOW.getEpochSecond() - 1));
    fails(RefusalCode.NOT_OWNER, runs);
    answers("8fc88c48" + uint(1).hex(), Bytes.fromHex("ff".repeat(32)));
    assertThat(((Verdict.Holds) verdict(runs)).until()).isEmpty();
    answers("8fc88c48" + uint(1).hex(), word(1));
    assertThat(
            ((Verdict.Holds) verdict(asks(question, 0, Operator.LT, new Operand.Time()))).until())
        .isEmpty();
  }

  @Test
  void aWindowIsOfTheChainsTime() {
    Instant from = NOW.minusSeconds(10);
    holdsUntil(NOW.plusSeconds(1), new Within(TestWork.CHAIN, from, NOW.plusSeconds(1)));
    holds(new Within(TestWork.CHAIN, NOW, NOW.plusSeconds(1)));
    fails(RefusalCode.EXPIRED, new Within(TestWork.CHAIN, from, NOW));
    fails(
        RefusalCode.NOT_OWNER, new Within(TestWork.CHAIN, NOW.plusSeconds(1), NOW.plusSeconds(2)));
    fails(RefusalCode.SOURCES_UNAVAILABLE, new Within(new ChainId(7), from, NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "OWNED, true, false, false, NOT_OWNER",
    "RENTED, true, true, false, NOT_OWNER",
    "SUBSCRIBED, true, false, true, NOT_OWNER",
    "OTHER, true, false, false, NOT_OWNER",
    "NONE, false, false, false, NOT_OWNER",
    "REFUNDABLE, false, false, false, REFUNDABLE",
    "ENDED, false, false, false, EXPIRED",
  })
  void accessCountsByItsKind(
      Right.Kind kind, boolean any, boolean rental, boolean subscription, RefusalCode otherwise) {
    EditionId id = EditionId.fromHex("e1".repeat(32));
    Condition.HoldsEdition edition = new Condition.HoldsEdition(TestWork.CHAIN, TOKEN, id);
    chain.right(id, WALLET, 1, new Right(kind, Optional.of(NOW.plusSeconds(9))));
    expect(any, otherwise, edition);
    expect(rental, otherwise, new HasAccess(Access.RENTAL, edition));
    expect(subscription, otherwise, new HasAccess(Access.SUBSCRIPTION, edition));
  }

  private void expect(boolean granted, RefusalCode otherwise, Condition condition) {
    if (granted) {
      holdsUntil(NOW.plusSeconds(9), condition);
    } else {
      fails(otherwise, condition);
    }
  }

  @Test
  void aListOfThePolicysOwnNeedsNoChain() {
    holds(YES);
    fails(RefusalCode.NOT_OWNER, NO);
    fails(RefusalCode.NOT_OWNER, new Not(YES));
    holds(new Not(NO));
  }

  @Test
  void atLeastSoManyOfThemWithThreeValues() {
    holds(new AtLeast(2, List.of(YES, NO, YES)));
    holds(new AtLeast(2, List.of(UNKNOWN, YES, YES)));
    fails(RefusalCode.NOT_OWNER, new AtLeast(2, List.of(NO, YES, NO)));
    fails(RefusalCode.NOT_OWNER, new AtLeast(2, List.of(UNKNOWN, NO, NO)));
    fails(RefusalCode.SOURCES_UNAVAILABLE, new AtLeast(2, List.of(UNKNOWN, YES, NO)));
    fails(RefusalCode.SOURCES_UNAVAILABLE, new Not(new AtLeast(2, List.of(UNKNOWN, YES, NO))));
    holds(new Not(new AtLeast(3, List.of(UNKNOWN, NO, YES))));
  }

  @Test
  void endsWithTheFirstOfWhatItNeeds() {
    Condition soon = new Within(TestWork.CHAIN, NOW, NOW.plusSeconds(5));
    Condition later = new Within(TestWork.CHAIN, NOW, NOW.plusSeconds(50));
    holdsUntil(NOW.plusSeconds(5), new Condition.AllOf(List.of(YES, later, soon)));
    holdsUntil(NOW.plusSeconds(5), new Condition.AllOf(List.of(soon, later)));
    assertThat(((Verdict.Holds) verdict(new Condition.AnyOf(List.of(YES, soon)))).until())
        .isEmpty();
    holdsUntil(NOW.plusSeconds(5), new AtLeast(1, List.of(NO, soon, later)));
  }

  @Test
  void readsEachLeafOnceAtABlock() {
    Condition owns = new Condition.OwnsToken(AT, uint(9));
    Way one = new Way(new Condition.AllOf(List.of(owns, owns, NO)), new Grant(1), Freshness.FINAL);
    Way two = new Way(new Condition.AnyOf(List.of(NO, owns)), new Grant(2), Freshness.FINAL);
    answers("6352211e" + uint(9).hex(), Bytes.fromHex(HOLDER));
    assertThat(RightsEvaluation.evaluate(chain, new Policy(List.of(one, two)), WALLET))
        .isInstanceOf(Verdict.Holds.class);
    assertThat(chain.calls()).as("the newest and the final block").isEqualTo(2);
  }

  @Test
  void elaIsUnknownToANodeWithoutTheMainchain() {
    fails(RefusalCode.SOURCES_UNAVAILABLE, new Condition.HoldsEla(1));
    fails(RefusalCode.SOURCES_UNAVAILABLE, new Not(new Condition.HoldsEla(1)));
  }
}
