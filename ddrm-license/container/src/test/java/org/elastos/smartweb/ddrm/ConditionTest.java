// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.DagCbor;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.ddrm.Comparison.Operand;
import org.elastos.smartweb.ddrm.Comparison.Operator;
import org.elastos.smartweb.ddrm.Condition.Access;
import org.elastos.smartweb.ddrm.Condition.AtLeast;
import org.elastos.smartweb.ddrm.Condition.HasAccess;
import org.elastos.smartweb.ddrm.Condition.HoldsEla;
import org.elastos.smartweb.ddrm.Condition.HoldsTokens;
import org.elastos.smartweb.ddrm.Condition.Not;
import org.elastos.smartweb.ddrm.Condition.OffList;
import org.elastos.smartweb.ddrm.Condition.OneOf;
import org.elastos.smartweb.ddrm.Condition.Standard;
import org.elastos.smartweb.ddrm.Condition.Within;
import org.junit.jupiter.api.Test;

class ConditionTest {
  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void everyKindReadsBackFromItsEncoding() {
    for (Condition condition : Conditions.all()) {
      Cbor decoded = DagCbor.decode(condition.toCbor().encode());
      assertThat(Condition.fromCbor(decoded)).isEqualTo(condition);
    }
  }

  @Test
  void encodesAsSpecified() {
    Condition held =
        new HoldsTokens(Standard.ERC1155, Conditions.TOKEN, Conditions.uint(7), Conditions.uint(2));
    assertThat(Bytes.of(held.toCbor().encode()).hex())
        .isEqualTo(
            "a5"
                + "6174"
                + "6765726331313535" // t: erc1155
                + "626174"
                + "54"
                + "70".repeat(20) // at
                + "626964"
                + "5820"
                + "00".repeat(31)
                + "07" // id
                + "65636861696e"
                + "14" // chain: 20
                + "656c65617374"
                + "5820"
                + "00".repeat(31)
                + "02"); // least
    assertThat(Bytes.of(new Grant(60).toCbor().encode()).hex())
        .as("grants of playing only are what they were")
        .isEqualTo("a26174" + "64706c6179" + "6473656373" + "183c");
  }

  @Test
  void refusesEncodingsOutOfBoundsOrOrder() {
    Cbor call = Conditions.all().get(7).toCbor();
    Cbor time = Conditions.all().get(10).toCbor();
    Cbor list = Conditions.all().get(11).toCbor();
    Cbor wallets = Conditions.all().get(12).toCbor();
    Cbor least = new AtLeast(1, List.of(Conditions.EDITION)).toCbor();
    Cbor edition = Conditions.EDITION.toCbor();
    String channel = Works.CHANNEL.hex();
    for (Cbor wrong :
        List.of(
            with(call, "op", Cbor.of("like")),
            with(call, "word", Cbor.of(32)),
            with(call, "value", Cbor.of("me")),
            with(call, "holder", Cbor.of(new byte[] {1})),
            with(call, "data", Cbor.of(new byte[5])),
            with(call, "at", Cbor.of(new byte[19])),
            with(time, "from", Cbor.of(1L << 62)),
            with(time, "to", Cbor.of(1L << 62)),
            with(list, "fn", Cbor.of(new byte[3])),
            with(wallets, "of", Cbor.of(new byte[0])),
            with(wallets, "of", Cbor.of(new byte[21])),
            with(wallets, "of", Cbor.of(Bytes.fromHex("ff".repeat(20) + channel))),
            with(wallets, "of", Cbor.of(Bytes.fromHex(channel + channel))),
            with(wallets, "of", Cbor.of(new byte[65 * 20])),
            with(least, "k", Cbor.of(2)),
            with(least, "k", Cbor.of(0)),
            with(new HoldsEla(1).toCbor(), "sela", Cbor.of(0)),
            with(edition, "more", Cbor.of(0)))) {
      assertThatThrownBy(() -> Condition.fromCbor(wrong)).isInstanceOf(CborException.class);
    }
  }

  private static Cbor with(Cbor map, String key, Cbor value) {
    var entries = new TreeMap<>(((Cbor.Dict) map).entries());
    entries.put(key, value);
    return new Cbor.Dict(entries);
  }

  @Test
  void refusesValuesOutOfBounds() {
    List<Runnable> wrong =
        List.of(
            () -> new HasAccess(Access.EDITION, Conditions.EDITION),
            () -> new HoldsTokens(Standard.ERC20, Conditions.TOKEN, Hash256.ZERO, Hash256.ZERO),
            () ->
                new HoldsTokens(
                    Standard.ERC721, Conditions.TOKEN, Conditions.uint(1), Conditions.uint(1)),
            () -> new OffList(Conditions.TOKEN, Bytes.EMPTY),
            () -> new OneOf(List.of()),
            () -> new OneOf(IntStream.range(0, 65).mapToObj(ConditionTest::wallet).toList()),
            () -> new HoldsEla(0),
            () -> new AtLeast(2, List.of(Conditions.EDITION)),
            () -> new Comparison(-1, Operator.EQ, new Operand.Time()),
            () -> new Within(Conditions.ESC, THEN, THEN),
            () -> new Within(Conditions.ESC, THEN.plusMillis(1), Within.LAST),
            () -> new Within(Conditions.ESC, THEN, THEN.plusMillis(1)),
            () -> new Within(Conditions.ESC, THEN, Within.LAST.plusSeconds(1)),
            () -> new Within(Conditions.ESC, Instant.ofEpochSecond(-1), THEN),
            () -> new Question(Bytes.fromHex("70a082"), Bytes.EMPTY),
            () -> new Question(Bytes.of(new byte[4 + 33 * 32]), Bytes.EMPTY),
            () -> new Question(Bytes.fromHex("70a08231" + "01".repeat(32)), Bytes.fromHex("00")),
            () -> new Question(Bytes.of(new byte[4 + 64]), Bytes.fromHex("0100")),
            () -> new Question(Bytes.of(new byte[4 + 64]), Bytes.fromHex("ff")),
            () -> new Grant(1, -1, 0),
            () -> new Grant(1, Grant.MAX_RENTAL_SECONDS + 1, 0),
            () -> new Grant(1, 0, -1),
            () -> new Grant(1, 0, Grant.MAX_SECONDS + 1));
    wrong.forEach(making -> assertThatIllegalArgumentException().isThrownBy(making::run));
  }

  private static EvmAddress wallet(int number) {
    return EvmAddress.fromHex("%040x".formatted(number));
  }

  @Test
  void putsTheHolderWhereTheQuestionSays() {
    Question question = new Question(Bytes.of(new byte[4 + 96]), Bytes.fromHex("0002"));
    String word = "00".repeat(12) + Works.CHANNEL.hex();
    assertThat(question.by(Works.CHANNEL).hex())
        .isEqualTo("00".repeat(4) + word + "00".repeat(32) + word);
  }

  @Test
  void comparesAsItSays() {
    Map<Operator, List<Boolean>> lessSameMore =
        Map.of(
            Operator.EQ, List.of(false, true, false),
            Operator.NE, List.of(true, false, true),
            Operator.LT, List.of(true, false, false),
            Operator.LE, List.of(true, true, false),
            Operator.GT, List.of(false, false, true),
            Operator.GE, List.of(false, true, true));
    lessSameMore.forEach((operator, expected) -> {
      Comparison comparison = new Comparison(0, operator, new Operand.Time());
      for (int answer = 4; answer <= 6; answer++) {
        assertThat(comparison.holds(BigInteger.valueOf(answer), BigInteger.valueOf(5)))
            .as("%d %s 5", answer, operator)
            .isEqualTo(expected.get(answer - 4));
      }
    });
  }

  @Test
  void boundsHowDeepAPolicyNestsAndHowMuchItReads() {
    Condition deep = Conditions.EDITION;
    for (int level = 1; level < Condition.MAX_DEPTH; level++) {
      deep = new Not(deep);
    }
    Condition deepest = deep;
    Way way = new Way(deepest, new Grant(1), Freshness.FINAL);
    assertThat(Way.fromCbor(DagCbor.decode(way.toCbor().encode()))).isEqualTo(way);
    Condition deeper = new Not(deepest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Way(deeper, new Grant(1), Freshness.FINAL));
    assertThatThrownBy(() -> Condition.fromCbor(deeper.toCbor())).isInstanceOf(CborException.class);

    Condition sixteen = new Condition.AllOf(Collections.nCopies(16, Conditions.EDITION));
    Condition sixtyFour = new Condition.AnyOf(Collections.nCopies(4, sixteen));
    Policy full = Policy.of(new Way(sixtyFour, new Grant(1), Freshness.FINAL));
    assertThat(Policy.fromCbor(DagCbor.decode(full.toCbor().encode()))).isEqualTo(full);
    Way oneMore = new Way(Conditions.EDITION, new Grant(1), Freshness.FINAL);
    List<Way> tooMuch = List.of(full.ways().getFirst(), oneMore);
    assertThatIllegalArgumentException().isThrownBy(() -> new Policy(tooMuch));
    Cbor encoded =
        Cbor.map()
            .put("v", 1)
            .put(
                "ways",
                Cbor.array(Limits.ordered(tooMuch, Way::toCbor).stream().map(Way::toCbor).toList()))
            .build();
    assertThatThrownBy(() -> Policy.fromCbor(encoded)).isInstanceOf(CborException.class);
  }
}
