// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.Sha256d;
import org.elastos.smartweb.chain.ela.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MerkleTreeTest {
  private final TestMiner miner = new TestMiner(2012_2459);

  /// By the definition, level after level.
  private static Hash256 plainRoot(List<Hash256> leaves) {
    List<Hash256> level = leaves;
    while (level.size() > 1) {
      List<Hash256> above = new ArrayList<>();
      for (int i = 0; i < level.size(); i += 2) {
        above.add(Sha256d.of(level.get(i), level.get(Math.min(i + 1, level.size() - 1))));
      }
      level = above;
    }
    return level.getFirst();
  }

  private static Rule ruleOf(Verdict verdict) {
    return ((Verdict.Invalid) verdict).rule();
  }

  private static Rule ruleOf(PartialMerkleTree tree) {
    return ((PartialMerkleTree.Content.Refused) tree.content()).reason().rule();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "merkletree-synthetic-1",
        "merkletree-synthetic-3",
        "merkletree-synthetic-5",
        "merkletree-synthetic-11"
      })
  void readsTheTreesOfTheVectors(String name) {
    JsonNode tree = JsonMapper.shared().readTree(Vectors.read(name).path("hex").asString());
    Hash256 root = Hash256.fromHex(Vectors.expected(name, "rootInternal"));
    List<Hash256> leaves = hashes(tree.path("leaves"));
    PartialMerkleTree partial =
        new PartialMerkleTree(
            leaves.size(),
            hashes(tree.path("partialHashes")),
            Bytes.of(HexFormat.of().parseHex(tree.path("flags").asString())));

    assertThat(MerkleTree.root(leaves)).isEqualTo(root);
    assertThat(MerkleTree.check(leaves, root)).isEqualTo(Verdict.valid());
    var proved = (PartialMerkleTree.Content.Proved) partial.content();
    assertThat(proved.root()).isEqualTo(root);
    Set<Hash256> wanted = new HashSet<>();
    proved.matches().forEach(match -> wanted.add(leaves.get(match.index())));
    assertThat(proved.matches()).extracting(PartialMerkleTree.Match::txid).containsAll(wanted);
    assertThat(proved.matches().stream().map(PartialMerkleTree.Match::index).toList())
        .isEqualTo(
            StreamSupport.stream(tree.path("matches").spliterator(), false)
                .map(JsonNode::asInt)
                .toList());
    assertThat(PartialMerkleTree.of(leaves, wanted)).isEqualTo(partial);
  }

  private static List<Hash256> hashes(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(node -> Hash256.fromHex(node.asString()))
        .toList();
  }

  @Test
  void findsTheRootOfEveryWidth() {
    for (int width = 1; width <= 70; width++) {
      List<Hash256> leaves = miner.hashes(width);
      Hash256 root = plainRoot(leaves);

      assertThat(MerkleTree.root(leaves)).isEqualTo(root);
      assertThat(MerkleTree.check(leaves, root)).isEqualTo(Verdict.valid());
      assertThat(ruleOf(MerkleTree.check(leaves, Hash256.ZERO))).isEqualTo(Rule.MERKLE_ROOT_WRONG);
    }
    assertThat(ruleOf(MerkleTree.check(List.of(), Hash256.ZERO))).isEqualTo(Rule.MERKLE_EMPTY);
    assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.root(List.of()));
  }

  @Test
  void refusesEveryRepetitionThatKeepsTheRoot() {
    for (int width = 1; width <= 40; width++) {
      List<Hash256> leaves = miner.hashes(width);
      Hash256 root = plainRoot(leaves);
      for (int tail = 1; tail <= width; tail *= 2) {
        List<Hash256> longer = new ArrayList<>(leaves);
        longer.addAll(leaves.subList(width - tail, width));
        if (plainRoot(longer).equals(root)) {
          assertThat(ruleOf(MerkleTree.check(longer, root)))
              .as("width %s tail %s", width, tail)
              .isEqualTo(Rule.MERKLE_MUTATED);
        }
      }
    }
  }

  @Test
  void provesAnySelectionOfTransactions() {
    long seed = 37;
    Random random = new Random(seed);
    for (int run = 0; run < 400; run++) {
      List<Hash256> leaves = miner.hashes(1 + random.nextInt(60));
      Set<Hash256> wanted = new HashSet<>(leaves);
      int chance = random.nextInt(11);
      wanted.removeIf(leaf -> random.nextInt(10) >= chance);
      PartialMerkleTree tree = PartialMerkleTree.of(leaves, wanted);
      var proved = (PartialMerkleTree.Content.Proved) tree.content();

      assertThat(proved.root()).as("seed %s run %s", seed, run).isEqualTo(plainRoot(leaves));
      assertThat(proved.matches())
          .allMatch(match -> leaves.get(match.index()).equals(match.txid()))
          .extracting(PartialMerkleTree.Match::txid)
          .containsExactlyElementsOf(leaves.stream().filter(wanted::contains).toList());
      assertThat(readBack(tree)).isEqualTo(tree);
    }
  }

  private static PartialMerkleTree readBack(PartialMerkleTree tree) {
    return ElaReader.decode(
            ElaCodec.write(tree, PartialMerkleTree::write).bytes(), PartialMerkleTree::read)
        .orElseThrow();
  }

  @Test
  void neverProvesAnotherSelectionWhenBitsAreFlipped() {
    long seed = 41;
    Random random = new Random(seed);
    for (int run = 0; run < 3_000; run++) {
      List<Hash256> leaves = miner.hashes(1 + random.nextInt(20));
      PartialMerkleTree tree =
          PartialMerkleTree.of(leaves, Set.of(leaves.get(random.nextInt(leaves.size()))));
      byte[] bytes = ElaCodec.write(tree, PartialMerkleTree::write).bytes();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));

      if (ElaReader.decode(bytes, PartialMerkleTree::read)
              instanceof Decoded.Value<PartialMerkleTree>(PartialMerkleTree changed)
          && changed.content() instanceof PartialMerkleTree.Content.Proved proved
          && proved.root().equals(plainRoot(leaves))) {
        assertThat(leaves)
            .as("seed %s run %s", seed, run)
            .containsAll(proved.matches().stream().map(PartialMerkleTree.Match::txid).toList());
      }
    }
  }

  @Test
  void refusesTreesOfAnotherShape() {
    List<Hash256> leaves = miner.hashes(7);
    PartialMerkleTree good = PartialMerkleTree.of(leaves, Set.of(leaves.get(4)));
    List<Hash256> more = new ArrayList<>(good.hashes());
    more.add(Hash256.ZERO);
    byte[] flags = good.flags().bytes();
    byte[] longer = Arrays.copyOf(flags, flags.length + 1);
    byte[] padded = flags.clone();
    padded[padded.length - 1] |= (byte) 0x80;

    assertThat(ruleOf(new PartialMerkleTree(7, more, good.flags())))
        .isEqualTo(Rule.MERKLE_TREE_SHAPE);
    assertThat(ruleOf(new PartialMerkleTree(7, good.hashes().subList(1, 4), good.flags())))
        .isEqualTo(Rule.MERKLE_TREE_SHAPE);
    assertThat(ruleOf(new PartialMerkleTree(7, good.hashes(), Bytes.of(longer))))
        .isEqualTo(Rule.MERKLE_TREE_SHAPE);
    assertThat(ruleOf(new PartialMerkleTree(7, good.hashes(), Bytes.of(padded))))
        .isEqualTo(Rule.MERKLE_TREE_SHAPE);
    assertThat(ruleOf(new PartialMerkleTree(7, good.hashes(), Bytes.EMPTY)))
        .isEqualTo(Rule.MERKLE_TREE_SHAPE);
    assertThat(ruleOf(new PartialMerkleTree(0, good.hashes(), good.flags())))
        .isEqualTo(Rule.MERKLE_EMPTY);
    assertThat(ruleOf(new PartialMerkleTree(10_001, good.hashes(), good.flags())))
        .isEqualTo(Rule.MERKLE_TOO_MANY);
    assertThat(ruleOf(new PartialMerkleTree(0xffff_ffffL, good.hashes(), good.flags())))
        .isEqualTo(Rule.MERKLE_TOO_MANY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PartialMerkleTree.of(List.of(), Set.of()));
  }

  @Test
  void refusesATreeWithTwoEqualNodesSideBySide() {
    Hash256 leaf = miner.hash();
    PartialMerkleTree twice =
        new PartialMerkleTree(2, List.of(leaf, leaf), Bytes.of(new byte[] {0b011}));

    assertThat(ruleOf(twice)).isEqualTo(Rule.MERKLE_MUTATED);
  }

  @Test
  void readsTheProofOfAGenesisTransaction() {
    byte[] bytes = Vectors.bytes("merkleproof-genesis-asset");
    TransactionProof proof = TransactionProof.read(bytes).orElseThrow();
    var proved = (PartialMerkleTree.Content.Proved) proof.tree().content();

    assertThat(ElaCodec.write(proof, TransactionProof::write)).isEqualTo(Bytes.of(bytes));
    assertThat(proof.blockHash()).isEqualTo(ElaNetwork.MAINNET.genesis());
    assertThat(proved.root().hex())
        .isEqualTo(Vectors.expected("merkleproof-genesis-asset", "merkleRootInternal"));
    assertThat(proved.matches())
        .containsExactly(
            new PartialMerkleTree.Match(
                1,
                Hash256.fromHex(
                    Vectors.expected("merkleproof-genesis-asset", "matchedTxInternal"))));
  }

  @Test
  void provesATransactionOnlyInItsBlock() {
    List<Hash256> leaves = miner.hashes(9);
    var fields = miner.fields(12);
    var header =
        miner.mine(
            new ElaHeader.Fields(
                1, miner.hash(), plainRoot(leaves), fields.timestamp(), TestMiner.EASY, 0, 12),
            TestMiner.Shape.PLAIN);
    var other = miner.mine(miner.fields(12), TestMiner.Shape.PLAIN);
    PartialMerkleTree tree = PartialMerkleTree.of(leaves, Set.of(leaves.get(8)));
    TransactionProof proof = new TransactionProof(header.hash(), 12, tree);

    assertThat(proof.leadsFrom(leaves.get(8), header)).isEqualTo(Verdict.valid());
    assertThat(ruleOf(proof.leadsFrom(leaves.get(7), header))).isEqualTo(Rule.MERKLE_NOT_INCLUDED);
    assertThat(ruleOf(proof.leadsFrom(leaves.get(8), other))).isEqualTo(Rule.MERKLE_NOT_INCLUDED);
    assertThat(
            ruleOf(new TransactionProof(header.hash(), 13, tree).leadsFrom(leaves.get(8), header)))
        .isEqualTo(Rule.MERKLE_NOT_INCLUDED);
    assertThat(ruleOf(new TransactionProof(other.hash(), 12, tree).leadsFrom(leaves.get(8), other)))
        .isEqualTo(Rule.MERKLE_ROOT_WRONG);
    PartialMerkleTree broken = new PartialMerkleTree(9, List.of(), tree.flags());
    assertThat(
            ruleOf(
                new TransactionProof(header.hash(), 12, broken).leadsFrom(leaves.get(8), header)))
        .isEqualTo(Rule.MERKLE_TREE_SHAPE);
  }
}
