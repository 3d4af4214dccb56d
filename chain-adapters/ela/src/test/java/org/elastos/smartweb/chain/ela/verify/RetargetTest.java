// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.elastos.smartweb.chain.Hash256;
import org.junit.jupiter.api.Test;

class RetargetTest {
  private static final WorkRules RULES = ElaNetwork.MAINNET.work();
  private static final long START = 1_600_000_000L;

  private static ChainPoint point(long height, long bits, long windowStart, long time) {
    return new ChainPoint(
        height,
        Hash256.ZERO,
        Hash256.ZERO,
        bits,
        BigInteger.ONE,
        windowStart,
        List.of(time),
        ConsensusState.starting(Optional.empty()));
  }

  private static long bitsAfterWindow(long bits, long span) {
    return Retarget.bitsAfter(point(719, bits, START, START + span), RULES);
  }

  @Test
  void givesTheFirstBlockTheLimitWhateverTheGenesisBlockSays() {
    assertThat(Retarget.bitsAfter(point(0, 0x1d03ffffL, START, START), RULES))
        .isEqualTo(0x1f0008ffL);
  }

  @Test
  void keepsTheBitsInsideAWindow() {
    for (long height : new long[] {1, 717, 718, 720, 1438, 2_256_000}) {
      assertThat(Retarget.bitsAfter(point(height, 0x1b00aaaaL, START, START + 1), RULES))
          .isEqualTo(0x1b00aaaaL);
    }
  }

  @Test
  void changesTheBitsAtEvery720thBlock() {
    for (long height : new long[] {719, 1439, 2_255_759}) {
      assertThat((height + 1) % 720).isZero();
      assertThat(Retarget.bitsAfter(point(height, 0x1b00aaaaL, START, START + 43_200), RULES))
          .isEqualTo(0x1a5555_00L);
    }
  }

  @Test
  void movesByAtMostAFactorOfFour() {
    assertThat(bitsAfterWindow(0x1c100000L, 86_400)).isEqualTo(0x1c100000L);
    assertThat(bitsAfterWindow(0x1c100000L, 21_600)).isEqualTo(0x1c040000L);
    assertThat(bitsAfterWindow(0x1c100000L, 21_599)).isEqualTo(0x1c040000L);
    assertThat(bitsAfterWindow(0x1c100000L, 0)).isEqualTo(0x1c040000L);
    assertThat(bitsAfterWindow(0x1c100000L, 345_600)).isEqualTo(0x1c400000L);
    assertThat(bitsAfterWindow(0x1c100000L, 345_601)).isEqualTo(0x1c400000L);
    assertThat(bitsAfterWindow(0x1c100000L, 9_000_000)).isEqualTo(0x1c400000L);
  }

  @Test
  void countsAWindowThatEndsBeforeItBeganAsTheLongest() {
    assertThat(bitsAfterWindow(0x1c100000L, -1)).isEqualTo(0x1c400000L);
  }

  @Test
  void neverLeavesTheLimitOfTheNetwork() {
    assertThat(bitsAfterWindow(0x20700000L, 345_600)).isEqualTo(0x207fffffL);
  }

  @Test
  void neverChangesAnInstantNetwork() {
    WorkRules instant = new WorkRules(WorkRules.INSTANT_BITS, 720, 86_400, 4);

    assertThat(Retarget.bitsAfter(point(719, 0x1c100000L, START, START), instant))
        .isEqualTo(WorkRules.INSTANT_BITS);
  }

  @Test
  void agreesWithPlainArithmetic() {
    long seed = 720;
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      long bits = ((long) (random.nextInt(0x1c) + 4) << 24) | (random.nextInt(0x7f_8000) + 0x8000);
      long span = random.nextInt(500_000);
      BigInteger expected =
          TestMiner.target(bits)
              .multiply(BigInteger.valueOf(Math.min(345_600, Math.max(21_600, span))))
              .divide(BigInteger.valueOf(86_400));
      long next = bitsAfterWindow(bits, span);
      int lost = Math.max(0, expected.bitLength() - 16);

      assertThat(expected.subtract(TestMiner.target(next)).shiftRight(lost))
          .as("seed %s bits %08x span %s", seed, bits, span)
          .isEqualTo(BigInteger.ZERO);
    }
  }

  @Test
  void refusesRulesWithoutAMeaning() {
    assertThatIllegalArgumentException().isThrownBy(() -> new WorkRules(0, 720, 86_400, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new WorkRules(0x1f0008ffL, 1, 86_400, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new WorkRules(0x1f0008ffL, 720, 3, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new WorkRules(0x1f0008ffL, 720, 9, 0));
  }

  @Test
  void takesTheUpperMiddleAsMedian() {
    assertThat(MedianTime.of(List.of(5L))).isEqualTo(5);
    assertThat(MedianTime.of(List.of(9L, 5L))).isEqualTo(9);
    assertThat(MedianTime.of(List.of(1L, 9L, 2L, 8L, 3L, 7L, 4L, 6L, 5L, 11L, 10L))).isEqualTo(6);
  }
}
