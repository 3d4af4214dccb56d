// SPDX-License-Identifier: MIT
package org.elastos.smartweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GenTest {
  @Test
  void givesTheSameValuesForTheSameSeed() {
    assertThat(Gen.ofSeed(7).bytes(32)).isEqualTo(Gen.ofSeed(7).bytes(32));
    assertThat(Gen.ofSeed(7).bytes(32)).isNotEqualTo(Gen.ofSeed(8).bytes(32));
  }

  @Test
  void namesTheSeedOfTheCaseThatFails() {
    List<Long> seeds = new ArrayList<>();
    assertThatThrownBy(() ->
            Gen.forAll(
                10,
                gen -> {
                  seeds.add(gen.seed());
                  assertThat(seeds).hasSizeLessThan(4);
                }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dsmartweb.seed=" + (seeds.getFirst() + 3))
        .hasCauseInstanceOf(AssertionError.class);
  }

  @Test
  void staysWithinItsBounds() {
    Gen.forAll(
        50,
        gen -> {
          BigInteger bound = new BigInteger(1, gen.bytes(20)).add(BigInteger.ONE);
          assertThat(gen.below(bound)).isGreaterThanOrEqualTo(BigInteger.ZERO).isLessThan(bound);
          assertThat(gen.between(3, 5)).isBetween(3, 5);
          assertThat(gen.word(8)).matches("[0-9a-z]{8}");
          List<Integer> items = IntStream.range(0, 20).boxed().toList();
          assertThat(gen.shuffled(items)).containsExactlyInAnyOrderElementsOf(items);
          assertThat(items).contains(gen.pick(items));
        });
  }

  @Test
  void turnsExactlyOneBit() {
    Gen.forAll(
        50,
        gen -> {
          byte[] bytes = gen.bytes(gen.between(1, 40));
          BigInteger difference =
              new BigInteger(1, bytes).xor(new BigInteger(1, gen.withOneFlippedBit(bytes)));
          assertThat(difference.bitCount()).isEqualTo(1);
        });
  }
}
