// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
  @ParameterizedTest
  @CsvSource({
    "1f0008ff, 8ff00000000000000000000000000000000000000000000000000000000",
    "207fffff, 7fffff0000000000000000000000000000000000000000000000000000000000",
    "1d03ffff, 3ffff0000000000000000000000000000000000000000000000000000",
    "03123456, 123456",
    "02123456, 1234",
    "01120000, 12",
    "04123456, 12345600"
  })
  void readsCompactForms(String bits, String value) {
    Target target = Target.fromBits(Long.parseLong(bits, 16)).orElseThrow();

    assertThat(target.value()).isEqualTo(new BigInteger(value, 16));
    assertThat(target).hasToString(bits);
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        0x01003456L,
        0x00123456L,
        0x04923456L,
        0x1f8008ffL,
        0x2100ffffL,
        0x20800000L,
        0xff7fffffL,
        -1,
        0x1_1f00_08ffL,
        0x2000_0000L
      })
  void refusesZeroNegativeAndTooHighTargets(long bits) {
    assertThat(Target.fromBits(bits)).isEmpty();
  }

  @Test
  void comparesLikeIntegers() {
    long seed = 20261123;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      long bits = ((long) (random.nextInt(0x20) + 1) << 24) | random.nextInt(0x80_0000);
      var read = Target.fromBits(bits);
      if (read.isEmpty()) {
        continue;
      }
      Target target = read.get();
      BigInteger number = near(target.value(), random);
      byte[] little = ElaHash.reversed(Hash256.fromUint(number)).bytes();

      assertThat(target.reachedBy(little, 0))
          .as("seed %s bits %08x number %x", seed, bits, number)
          .isEqualTo(number.compareTo(target.value()) <= 0);
    }
  }

  /// The target itself, its neighbours, or one that differs in some 64-bit word.
  private static BigInteger near(BigInteger value, Random random) {
    BigInteger change = BigInteger.ONE.shiftLeft(64 * random.nextInt(4));
    BigInteger number =
        switch (random.nextInt(4)) {
          case 0 -> value;
          case 1 -> value.add(change);
          case 2 -> value.subtract(change);
          default -> new BigInteger(256, random);
        };
    return number.signum() < 0 || number.bitLength() > 256 ? BigInteger.ZERO : number;
  }

  @Test
  void writesTheCompactFormThatItReads() {
    Random random = new Random(5);
    for (int i = 0; i < 5_000; i++) {
      BigInteger number = new BigInteger(1 + random.nextInt(254), random);
      long bits = Target.compact(number);
      BigInteger read = Target.fromBits(bits).map(Target::value).orElse(BigInteger.ZERO);
      int lost = Math.max(0, number.bitLength() - 16);

      assertThat(read).isLessThanOrEqualTo(number);
      assertThat(number.subtract(read).bitLength()).isLessThanOrEqualTo(lost);
      assertThat(Target.compact(read)).isEqualTo(bits);
    }
    assertThat(Target.compact(BigInteger.ZERO)).isZero();
    assertThat(Target.compact(BigInteger.valueOf(0x80))).isEqualTo(0x0200_8000L);
  }

  @Test
  void countsTheWorkOfATarget() {
    Target easy = Target.fromBits(0x207fffffL).orElseThrow();

    assertThat(easy.work()).isEqualTo(BigInteger.TWO);
    assertThat(Target.fromBits(0x1f0008ffL).orElseThrow().work())
        .isEqualTo(new BigInteger("1864944"));
    assertThat(easy).isEqualTo(Target.fromBits(0x207fffffL).orElseThrow()).isNotEqualTo("easy");
    assertThat(easy).hasSameHashCodeAs(Target.fromBits(0x207fffffL).orElseThrow());
  }
}
