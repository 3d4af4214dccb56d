// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.Vectors;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxCodec;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.junit.jupiter.api.Test;

/// Every rule answers for every value that the codec lets through: seeded changes of vectors and of
/// generated blocks, decoded and judged. A rule that throws fails the test.
class HostileValuesTest {
  private static final long SEED = 1_224;
  private static final ProgramHash LOCKED = ProgramHash.fromHex("4b" + "11".repeat(20));
  private static final TestArbiters ARBITERS = new TestArbiters(TestChain.SEATS);
  private final Random random = new Random(SEED);

  private byte[] changed(byte[] bytes) {
    byte[] copy =
        switch (random.nextInt(8)) {
          case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 8));
          default -> bytes.clone();
        };
    for (int changes = random.nextInt(4); changes >= 0 && copy.length > 0; changes--) {
      int at = random.nextInt(copy.length);
      copy[at] =
          (byte)
              switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> 0xff;
                case 2 -> copy[at] ^ 1 << random.nextInt(8);
                default -> random.nextInt();
              };
    }
    return copy;
  }

  @Test
  void answersForEveryTransaction() {
    List<byte[]> vectors =
        Vectors.names().stream()
            .filter(name -> name.startsWith("tx-") || name.matches("synthetic-(dep|with).*"))
            .map(Vectors::bytes)
            .toList();
    XSpendRule rule = new XSpendRule(TestChain.INSTANT);
    ConsensusState state = ConsensusState.starting(Optional.of(ARBITERS.set()));
    int decoded = 0;
    for (int i = 0; i < 8_000; i++) {
      byte[] bytes = changed(vectors.get(random.nextInt(vectors.size())));
      if (TxCodec.readTransaction(bytes) instanceof Decoded.Value<ElaTransaction>(var tx)) {
        decoded++;
        judge(tx, rule, state);
      }
    }
    assertThat(decoded).as("seed %s", SEED).isGreaterThan(1_000);
  }

  private void judge(ElaTransaction tx, XSpendRule rule, ConsensusState state) {
    List<ProgramHash> owners = Collections.nCopies(tx.inputs().size(), LOCKED);
    long height = random.nextLong(1L << 32);
    assertThat(rule.check(new XSpendRule.Spend(tx, owners, height), state)).isNotNull();
    for (TxOutput output : tx.outputs()) {
      assertThat(DepositReading.treasury(tx, output.programHash())).isNotEmpty();
      assertThat(DepositReading.sideChain(tx, output.programHash(), new Sela(10_000))).isNotEmpty();
    }
  }

  @Test
  void answersForEveryConfirm() {
    byte[] vector = Vectors.bytes("synthetic-confirm");
    Confirm good = ElaCodec.readConfirm(vector).orElseThrow();
    List<Bytes> seats = new ArrayList<>();
    good.votes().forEach(vote -> seats.add(vote.signer()));
    if (!seats.contains(good.proposal().sponsor())) {
      seats.add(good.proposal().sponsor());
    }
    ArbiterSet set = new ArbiterSet(seats, List.of());
    for (int i = 0; i < 120; i++) {
      byte[] bytes = changed(vector);
      if (ElaCodec.readConfirm(bytes) instanceof Decoded.Value<Confirm>(Confirm confirm)
          && !Arrays.equals(bytes, vector)) {
        assertThat(ConfirmCheck.check(confirm, good.proposal().blockHash(), set).holds())
            .as("seed %s run %s", SEED, i)
            .isFalse();
      }
    }
  }

  @Test
  void answersForEveryBlock() {
    TestChain chain = new TestChain(SEED, 10, ConsensusState.starting(Optional.of(ARBITERS.set())));
    HeaderChain rules = new HeaderChain(TestChain.INSTANT, 6);
    ChainPoint best = chain.best();
    List<ElaTransaction> transactions =
        List.of(
            TestChain.coinbase(11),
            TestChain.nextTurn(15, ARBITERS.set()),
            TestChain.revertToDpos(10));
    ElaHeader header = chain.above(best, 120, transactions);
    byte[] block =
        new DposBlock(
                new ElaBlock(header, transactions),
                Optional.of(ARBITERS.confirmBy(header.hash(), 6)))
            .encoded()
            .bytes();
    int extended = 0;
    for (int i = 0; i < 1_200; i++) {
      if (TxCodec.readDposBlock(changed(block))
          instanceof Decoded.Value<DposBlock>(DposBlock(ElaBlock read, var confirm))) {
        ChainStep step =
            rules.offer(
                new BlockOffer(read.header(), new BlockOffer.Whole(read.transactions()), confirm),
                chain,
                chain.now);
        extended += step instanceof ChainStep.Extended ? 1 : 0;
      }
    }
    // What nobody commits to may differ: the programs, the parent hash, the parent header's rest.
    assertThat(extended).as("seed %s", SEED).isLessThan(500);
    assertThat(chain.best()).isEqualTo(best);
  }

  @Test
  void answersForEveryPartialTree() {
    TestMiner miner = new TestMiner(SEED);
    for (int i = 0; i < 5_000; i++) {
      List<Hash256> hashes = miner.hashes(random.nextInt(6));
      byte[] flags = new byte[random.nextInt(5)];
      random.nextBytes(flags);
      PartialMerkleTree tree =
          new PartialMerkleTree(
              random.nextInt(3) == 0 ? random.nextLong(1L << 32) : random.nextInt(40),
              hashes,
              Bytes.of(flags));

      assertThat(tree.content()).as("seed %s run %s", SEED, i).isNotNull();
    }
  }
}
