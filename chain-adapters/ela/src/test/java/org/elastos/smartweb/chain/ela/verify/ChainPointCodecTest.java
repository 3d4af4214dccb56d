// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.Refusal;
import org.elastos.smartweb.chain.ela.verify.ConsensusState.Mode;
import org.elastos.smartweb.chain.ela.verify.ConsensusState.Turn;
import org.junit.jupiter.api.Test;

class ChainPointCodecTest {
  private final TestMiner miner = new TestMiner(77);

  private Optional<ArbiterSet> set(Random random) {
    if (random.nextInt(4) == 0) {
      return Optional.empty();
    }
    List<Bytes> seats = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      byte[] key = new byte[33];
      random.nextBytes(key);
      seats.add(random.nextInt(5) == 0 ? Bytes.EMPTY : Bytes.of(key));
    }
    return Optional.of(new ArbiterSet(seats, seats.subList(0, random.nextInt(seats.size()))));
  }

  private ChainPoint random(Random random) {
    List<Long> times = new ArrayList<>();
    for (int i = random.nextInt(11); i >= 0; i--) {
      times.add(random.nextLong(1L << 32));
    }
    List<Turn> turns = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      turns.add(new Turn(random.nextLong(1L << 32), set(random)));
    }
    return new ChainPoint(
        random.nextLong(1L << 32),
        miner.hash(),
        miner.hash(),
        random.nextLong(1L << 32),
        new BigInteger(random.nextInt(257), random),
        random.nextLong(1L << 32),
        times,
        new ConsensusState(
            random.nextBoolean() ? Mode.BPOS : Mode.WORK,
            set(random),
            turns,
            random.nextLong(1L << 32),
            random.nextLong(1L << 32) - 1));
  }

  @Test
  void readsBackEveryPoint() {
    long seed = 8;
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      ChainPoint point = random(random);

      assertThat(ChainPointCodec.read(ChainPointCodec.write(point).bytes()))
          .as("seed %s run %s", seed, i)
          .isEqualTo(new Decoded.Value<>(point));
    }
  }

  @Test
  void refusesOrReadsExactlyWhateverIsChanged() {
    long seed = 9;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = ChainPointCodec.write(random(random)).bytes();
      byte[] changed =
          random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 9)) : bytes;
      for (int flips = random.nextInt(4); flips > 0 && changed.length > 0; flips--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      if (ChainPointCodec.read(changed) instanceof Decoded.Value<ChainPoint>(ChainPoint point)) {
        assertThat(ChainPointCodec.write(point))
            .as("seed %s run %s", seed, i)
            .isEqualTo(Bytes.of(changed));
      }
    }
  }

  @Test
  void refusesAnotherVersion() {
    byte[] bytes = ChainPointCodec.write(random(new Random(1))).bytes();
    bytes[0] = 2;

    assertThat(ChainPointCodec.read(bytes))
        .isEqualTo(new Decoded.Refused<>(Refusal.UNSUPPORTED_PAYLOAD, 1, "point.version"));
  }

  @Test
  void beginsAChainWithItsGenesisBlock() {
    ElaHeader header = miner.mine(miner.fields(0), TestMiner.Shape.PLAIN);
    ChainPoint genesis = ChainPoint.genesis(header, ConsensusState.starting(Optional.empty()));

    assertThat(genesis.hash()).isEqualTo(header.hash());
    assertThat(genesis.timestamp()).isEqualTo(header.timestamp());
    assertThat(genesis.windowStart()).isEqualTo(header.timestamp());
    assertThat(genesis.totalWork()).isEqualTo(BigInteger.TWO);
  }
}
