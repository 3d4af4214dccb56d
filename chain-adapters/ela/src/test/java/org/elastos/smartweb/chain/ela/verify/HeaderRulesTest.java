// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.Vectors;
import org.elastos.smartweb.chain.ela.verify.TestMiner.Shape;
import org.junit.jupiter.api.Test;

class HeaderRulesTest {
  private static final long TIME = 1_700_000_000L;
  private final TestMiner miner = new TestMiner(11);
  private final HeaderRules rules = new HeaderRules(TestChain.INSTANT);
  private final ChainPoint below = point(40, List.of(50L, 10L, 30L));

  private ChainPoint point(long height, List<Long> offsets) {
    return new ChainPoint(
        height,
        miner.hash(),
        miner.hash(),
        TestMiner.EASY,
        BigInteger.TEN,
        TIME,
        offsets.stream().map(offset -> TIME + offset).toList(),
        ConsensusState.starting(Optional.empty()));
  }

  private ElaHeader header(Hash256 previous, long height, long offset, long bits) {
    return miner.mine(
        new ElaHeader.Fields(1, previous, miner.hash(), TIME + offset, bits, 0, height),
        Shape.PLAIN);
  }

  private Verdict verify(ElaHeader header, long now) {
    return rules.verify(below, header, TIME + now);
  }

  private static Rule ruleOf(Verdict verdict) {
    return ((Verdict.Invalid) verdict).rule();
  }

  @Test
  void acceptsAHeaderThatKeepsEveryRule() {
    assertThat(verify(header(below.hash(), 41, 60, TestMiner.EASY), 60)).isEqualTo(Verdict.valid());
  }

  @Test
  void refusesAnotherPreviousBlockHeightOrBits() {
    assertThat(ruleOf(verify(header(miner.hash(), 41, 60, TestMiner.EASY), 60)))
        .isEqualTo(Rule.PREVIOUS_WRONG);
    assertThat(ruleOf(verify(header(below.hash(), 42, 60, TestMiner.EASY), 60)))
        .isEqualTo(Rule.HEIGHT_WRONG);
    assertThat(ruleOf(verify(header(below.hash(), 41, 60, 0x207ffffeL), 60)))
        .isEqualTo(Rule.BITS_WRONG);
  }

  @Test
  void refusesATimeBeforeTheMedianAndTakesTheMedianItself() {
    assertThat(ruleOf(verify(header(below.hash(), 41, 29, TestMiner.EASY), 60)))
        .isEqualTo(Rule.TIME_TOO_OLD);
    assertThat(verify(header(below.hash(), 41, 30, TestMiner.EASY), 60)).isEqualTo(Verdict.valid());
  }

  @Test
  void refusesATimeMoreThanTwoHoursAhead() {
    assertThat(ruleOf(verify(header(below.hash(), 41, 7_261, TestMiner.EASY), 60)))
        .isEqualTo(Rule.TIME_TOO_NEW);
    assertThat(verify(header(below.hash(), 41, 7_260, TestMiner.EASY), 60))
        .isEqualTo(Verdict.valid());
  }

  @Test
  void judgesWorkAgainstTheComputedBits() {
    // The block is honest about its own easy target, but the chain asks for more.
    HeaderRules strict =
        new HeaderRules(
            new ElaNetwork(
                "strict",
                Hash256.ZERO,
                ElaNetwork.CHAIN_ID,
                new WorkRules(0x1f0008ffL, 720, 86_400, 4),
                TestChain.INSTANT.bpos(),
                TestChain.INSTANT.crossChain()));
    ChainPoint genesis = point(0, List.of(0L));
    ElaHeader cheap = header(genesis.hash(), 1, 60, TestMiner.EASY);

    assertThat(strict.verify(genesis, cheap, TIME + 60))
        .isEqualTo(Verdict.differs(Rule.BITS_WRONG, "1f0008ff", "207fffff"));
  }

  @Test
  void followsRetargetsOverWholeWindows() {
    WorkRules quick = new WorkRules(0x2000ffffL, 8, 80, 4);
    HeaderRules network =
        new HeaderRules(
            new ElaNetwork(
                "quick",
                Hash256.ZERO,
                ElaNetwork.CHAIN_ID,
                quick,
                TestChain.INSTANT.bpos(),
                TestChain.INSTANT.crossChain()));
    ChainPoint at = point(0, List.of(0L));
    long windowStart = TIME;
    long bits = 0x2000ffffL;
    for (int height = 1; height <= 40; height++) {
      if (height % 8 == 0) {
        long span = at.timestamp() - windowStart;
        BigInteger clamped = BigInteger.valueOf(Math.min(320, Math.max(20, span)));
        BigInteger next = TestMiner.target(bits).multiply(clamped).divide(BigInteger.valueOf(80));
        bits = Target.compact(next);
        windowStart = TIME + 9L * height;
      }
      ElaHeader header = header(at.hash(), height, 9L * height, bits);

      assertThat(network.verify(at, header, TIME + 1_000)).isEqualTo(Verdict.valid());
      at = at.next(header, quick, at.consensus());
      assertThat(at.windowStart()).isEqualTo(windowStart);
      assertThat(at.times()).hasSize(Math.min(11, height + 1));
    }
  }

  @Test
  void takesTwoPublishedMainnetHeadersApartFromTheirChain() {
    ElaHeader header = ElaCodec.readHeader(Vectors.bytes("header-123-mainnet")).orElseThrow();
    ChainPoint above122 =
        new ChainPoint(
            122,
            header.previous(),
            Hash256.ZERO,
            0x1f0008ffL,
            BigInteger.ONE,
            1513936800L,
            List.of(header.timestamp() - 3),
            ConsensusState.starting(Optional.empty()));

    assertThat(new HeaderRules(ElaNetwork.MAINNET).verify(above122, header, header.timestamp()))
        .isEqualTo(Verdict.valid());
  }

  @Test
  void knowsTheGenesisBlocks() {
    ElaHeader main = genesis("genesis-mainnet");
    ElaHeader test = genesis("genesis-testnet-regnet");

    assertThat(new HeaderRules(ElaNetwork.MAINNET).verifyGenesis(main)).isEqualTo(Verdict.valid());
    assertThat(new HeaderRules(ElaNetwork.TESTNET).verifyGenesis(test)).isEqualTo(Verdict.valid());
    assertThat(new HeaderRules(ElaNetwork.REGNET).verifyGenesis(test)).isEqualTo(Verdict.valid());
    assertThat(ruleOf(new HeaderRules(ElaNetwork.MAINNET).verifyGenesis(test)))
        .isEqualTo(Rule.GENESIS_WRONG);
    assertThat(ElaNetwork.named("mainnet")).contains(ElaNetwork.MAINNET);
    assertThat(ElaNetwork.named("testnet")).contains(ElaNetwork.TESTNET);
    assertThat(ElaNetwork.named("regnet")).contains(ElaNetwork.REGNET);
    assertThat(ElaNetwork.named("other")).isEmpty();
  }

  private static ElaHeader genesis(String name) {
    byte[] block = Vectors.bytes(name);
    for (int length = ElaHeader.HASHED_BYTES; length <= block.length; length++) {
      if (ElaCodec.readHeader(Arrays.copyOf(block, length))
          instanceof Decoded.Value<ElaHeader>(ElaHeader header)) {
        return header;
      }
    }
    throw new IllegalStateException("no header in the block");
  }

  @Test
  void refusesPointsThatAreNoBlock() {
    assertThatIllegalArgumentException().isThrownBy(() -> point(1, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> point(1, Collections.nCopies(12, 1L)));
    assertThatIllegalArgumentException().isThrownBy(() -> point(-1, List.of(1L)));
  }
}
