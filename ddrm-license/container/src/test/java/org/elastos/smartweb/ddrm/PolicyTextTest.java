// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.elastos.smartweb.cbor.DagCbor;
import org.elastos.smartweb.cbor.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTextTest {
  private static final long SEED = 20_261_201L;
  private static final String ADDRESS = "0x7070707070707070707070707070707070707070";

  private static Way way(Condition condition) {
    return new Way(condition, new Grant(60), Freshness.FINAL);
  }

  @Test
  void isExactlyTheTextOfTheSpecification() {
    Way rented =
        new Way(
            new Condition.AllOf(
                List.of(
                    new Condition.HasAccess(Condition.Access.RENTAL, Conditions.EDITION),
                    new Condition.Not(new Condition.OneOf(List.of(Works.CHANNEL))))),
            new Grant(3600, 172_800, 86_400),
            Freshness.FRESH_PURCHASE);
    Policy policy = Policy.of(rented);
    String text =
        """
        smartweb-policy 1
        play 3600 rental 172800 lease 86400 fresh all(rental(20, %s, %s), not(wallets(%s)))
        """
            .formatted(Works.CHANNEL, Works.hash(1), Works.CHANNEL);
    assertThat(PolicyText.write(policy)).isEqualTo(text);
    assertThat(PolicyText.parse(text)).isEqualTo(new Parsed.Ok<>(policy));
  }

  @Test
  void everyKindReadsBackFromItsText() {
    for (Condition condition : Conditions.all()) {
      Policy policy = Policy.of(way(condition));
      assertThat(PolicyText.parse(PolicyText.write(policy))).isEqualTo(new Parsed.Ok<>(policy));
    }
  }

  @Test
  void bothFormsSayTheSameForRandomPolicies() {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      Policy policy =
          new Policy(Stream.generate(() -> Conditions.randomWay(random)).limit(2).toList());
      String text = PolicyText.write(policy);
      Policy read = PolicyText.parse(text).toOptional().orElseThrow();
      assertThat(read).as("seed %d round %d", SEED, round).isEqualTo(policy);
      Policy decoded = Policy.fromCbor(DagCbor.decode(policy.toCbor().encode()));
      assertThat(PolicyText.write(decoded)).as("seed %d round %d", SEED, round).isEqualTo(text);
    }
  }

  @Test
  void readsAnySpacesAndOrderOfWays() {
    Way one = way(new Condition.HoldsEla(1));
    Way two = way(new Condition.HoldsEla(2));
    String text = " smartweb-policy 1\nplay 60\nfinal ela ( 2 )  play 60 final ela(1)";
    assertThat(PolicyText.parse(text)).isEqualTo(new Parsed.Ok<>(new Policy(List.of(one, two))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "smartweb-policy 2\nplay 60 final ela(1)",
        "smartweb-policy 1",
        "smartweb-policy 1 stop",
        "smartweb-policy 1 play",
        "smartweb-policy 1 play 0 final ela(1)",
        "smartweb-policy 1 play 060 final ela(1)",
        "smartweb-policy 1 play 60 stale ela(1)",
        "smartweb-policy 1 play 60 lease 60 rental 60 final ela(1)",
        "smartweb-policy 1 play 60 final moon(1)",
        "smartweb-policy 1 play 60 final ela(1",
        "smartweb-policy 1 play 60 final ela 1)",
        "smartweb-policy 1 play 60 final ela(-1)",
        "smartweb-policy 1 play 60 final ela(99999999999999999999999)",
        "smartweb-policy 1 play 60 final ela(1) x",
        "smartweb-policy 1 play 60 final not(ela(1), ela(2))",
        "smartweb-policy 1 play 60 final least(ela(1))",
        "smartweb-policy 1 play 60 final least(2, ela(1))",
        "smartweb-policy 1 play 60 final all()",
        "smartweb-policy 1 play 60 final not(not(not(not(not(ela(1))))))",
        "smartweb-policy 1 play 60 final wallets(0x00)",
        "smartweb-policy 1 play 60 final wallets(7070707070707070707070707070707070707070ab)",
        "smartweb-policy 1 play 60 final erc20(20, " + ADDRESS + " 1)",
        "smartweb-policy 1 play 60 final erc20(20, 70, 1)",
        "smartweb-policy 1 play 60 final erc20(20, " + ADDRESS + ", 0)",
        "smartweb-policy 1 play 60 final erc20(0, " + ADDRESS + ", 1)",
        "smartweb-policy 1 play 60 final erc20(20, " + ADDRESS + ", 0x01)",
        "smartweb-policy 1 play 60 final time(20, 2026-01-01, 2027-01-01T00:00:00Z)",
        "smartweb-policy 1 play 60 final time(20, 2026-01-01T00:00:00.5Z, 2027-01-01T00:00:00Z)",
        "smartweb-policy 1 play 60 final time(20, 2026-01-01T01:00:00.0Z, 2027-01-01T00:00:00Z)",
        "smartweb-policy 1 play 60 final call(20, " + ADDRESS + ", 0x70a08231, 0x, 0, eq, owner)",
      })
  void refusesOtherTextsAndSaysWhere(String text) {
    assertThat(PolicyText.parse(text))
        .isInstanceOfSatisfying(
            Parsed.Malformed.class,
            wrong -> assertThat(wrong.reason()).startsWith("before character "));
  }

  @Test
  void refusesTextsThatAreTooLongAndNumbersBeyond256Bits() {
    assertThat(PolicyText.parse(" ".repeat(PolicyText.MAX_CHARS + 1)))
        .isInstanceOf(Parsed.Malformed.class);
    String head = "smartweb-policy 1 play 60 final erc20(20, " + ADDRESS + ", ";
    for (String number : List.of("9".repeat(78), "9".repeat(79))) {
      assertThat(PolicyText.parse(head + number + ")")).isInstanceOf(Parsed.Malformed.class);
    }
  }
}
