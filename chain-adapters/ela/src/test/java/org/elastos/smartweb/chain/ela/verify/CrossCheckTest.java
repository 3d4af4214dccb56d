// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.Vectors;
import org.elastos.smartweb.chain.ela.address.P256PublicKey;
import org.elastos.smartweb.chain.ela.address.Script;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a script that shares no code with us what vectors and generated values mean, and compares
/// every field. Needs Node on the path.
class CrossCheckTest {
  private static final long SEED = 20_260_719;
  private final List<Map<String, Object>> questions = new ArrayList<>();
  private final List<Map<String, String>> ours = new ArrayList<>();
  private final TestMiner miner = new TestMiner(SEED);
  private final Random random = new Random(SEED);

  private void ask(Map<String, String> ours, Object... question) {
    Map<String, Object> asked = new LinkedHashMap<>();
    for (int i = 0; i < question.length; i += 2) {
      asked.put((String) question[i], question[i + 1]);
    }
    questions.add(asked);
    this.ours.add(ours);
  }

  private void askHeader(Bytes bytes) {
    Map<String, String> fields =
        ElaCodec.readHeader(bytes.bytes()) instanceof Decoded.Value<ElaHeader>(ElaHeader header)
            ? CrossCheckFields.header(header)
            : CrossCheckFields.fields("refused", true);
    ask(fields, "kind", "header", "hex", bytes.hex(), "chainId", ElaNetwork.CHAIN_ID);
  }

  private void askBlock(ElaBlock block) {
    List<Hash256> ids = block.transactions().stream().map(ElaTransaction::txid).toList();
    Map<String, String> fields = CrossCheckFields.header(block.header());
    Hash256 root = MerkleTree.root(ids);
    fields.put("ids", String.join(",", ids.stream().map(Hash256::hex).toList()));
    fields.put("computedRoot", root.hex());
    fields.put("mutated", String.valueOf(!MerkleTree.check(ids, root).holds()));
    ask(fields, "kind", "block", "hex", block.encoded().hex(), "chainId", ElaNetwork.CHAIN_ID);
  }

  private void askTransaction(ElaTransaction tx) {
    ask(CrossCheckFields.transaction(tx), "kind", "tx", "hex", tx.encoded().hex());
  }

  private void askTree(PartialMerkleTree tree) {
    ask(
        CrossCheckFields.tree(tree),
        "kind",
        "tree",
        "hex",
        ElaCodec.write(tree, PartialMerkleTree::write).hex());
  }

  /// Asks everything at once and compares answer by answer.
  private void compare(Path folder) throws Exception {
    JsonMapper json = JsonMapper.builder().build();
    Path input = folder.resolve("questions.json");
    Path output = folder.resolve("answers.json");
    Files.writeString(input, json.writeValueAsString(questions));
    Process node =
        new ProcessBuilder("node", "src/test/crosscheck/crosscheck.mjs")
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(node.waitFor(45, TimeUnit.SECONDS)).as("the script ended").isTrue();
      assertThat(node.exitValue()).isZero();
    } finally {
      node.destroyForcibly();
    }
    Map<?, ?>[] answers = json.readValue(Files.readString(output), Map[].class);
    assertThat(answers).hasSize(ours.size());
    for (int i = 0; i < ours.size(); i++) {
      assertThat((Object) answers[i])
          .as("seed %s question %s: %s", SEED, i, questions.get(i))
          .isEqualTo(ours.get(i));
    }
  }

  @Test
  void readsTheVectorsAsTheScriptDoes(@TempDir Path folder) throws Exception {
    int transactions = 0;
    for (String name : Vectors.names()) {
      if (name.startsWith("header-")) {
        askHeader(Bytes.of(Vectors.bytes(name)));
      } else if (name.startsWith("auxpow-")) {
        askProof(name);
      } else if (name.startsWith("genesis-")) {
        askBlock(TxCodec.readBlock(Vectors.bytes(name)).orElseThrow());
      } else if (name.startsWith("tx-") || name.matches("synthetic-(deposit|withdraw)-v1")) {
        askTransaction(TxCodec.readTransaction(Vectors.bytes(name)).orElseThrow());
        transactions++;
      }
    }
    Confirm confirm = ElaCodec.readConfirm(Vectors.bytes("synthetic-confirm")).orElseThrow();
    ask(
        CrossCheckFields.confirm(confirm),
        "kind",
        "confirm",
        "hex",
        ElaCodec.write(confirm, Confirm::write).hex());
    askMerkleProof();
    askAddresses();

    assertThat(transactions).isGreaterThan(12);
    compare(folder);
  }

  private void askProof(String name) {
    AuxPow proof = ElaCodec.readAuxPow(Vectors.bytes(name)).orElseThrow();
    Hash256 block = Hash256.fromHex(Vectors.expected(name, "auxBlockHashInternal"));
    for (int chainId : new int[] {6, 7, ElaNetwork.CHAIN_ID}) {
      Map<String, String> fields = CrossCheckFields.proof(proof);
      fields.put("verdict", CrossCheckFields.code(new AuxPowCheck(chainId).check(block, proof)));
      ask(
          fields,
          "kind",
          "auxpow",
          "hex",
          proof.encoded().hex(),
          "blockHash",
          block.hex(),
          "chainId",
          chainId);
    }
  }

  private void askMerkleProof() {
    TransactionProof proof =
        TransactionProof.read(Vectors.bytes("merkleproof-genesis-asset")).orElseThrow();
    Map<String, String> fields =
        CrossCheckFields.fields("block", proof.blockHash().hex(), "height", proof.height());
    fields.putAll(CrossCheckFields.tree(proof.tree()));
    ask(fields, "kind", "proof", "hex", ElaCodec.write(proof, TransactionProof::write).hex());
  }

  private void askAddresses() {
    int asked = questions.size();
    for (JsonNode vector : Vectors.read("addresses").path("vectors")) {
      Map<String, String> address =
          CrossCheckFields.fields("address", vector.path("expected").asString());
      if (vector.has("programHash")) {
        ask(address, "kind", "owner", "owner", vector.path("programHash").asString());
      } else if (vector.has("code")) {
        ask(address, "kind", "code", "code", vector.path("code").asString());
      } else if (vector.path("genesisHex").asString().matches("[0-9a-f]{64}")) {
        ask(address, "kind", "genesis", "hash", vector.path("genesisHex").asString());
      } else if (vector.path("label").asString().equals("standard")) {
        ask(address, "kind", "standard", "key", vector.path("pubkey").asString());
      }
    }
    assertThat(questions.size() - asked).isGreaterThan(8);
  }

  @Test
  void readsGeneratedHeadersGoodAndBadAsTheScriptDoes(@TempDir Path folder) throws Exception {
    for (int i = 0; i < 150; i++) {
      ElaHeader header =
          miner.mine(
              miner.fields(i),
              new TestMiner.Shape(
                  random.nextInt(300), random.nextInt(300), random.nextInt(8), random.nextInt(6)));
      askHeader(header.encoded());
      byte[] bytes = header.encoded().bytes();
      for (int j = 0; j < 6; j++) {
        byte[] changed = bytes.clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        askHeader(Bytes.of(changed));
      }
    }
    for (long bits : List.of(0x1f0008ffL, 0x207fffffL, 0x1b00aaaaL, 0x04123456L, 0x1d00ffffL)) {
      for (long span : new long[] {0, 21_599, 50_000, 86_400, 345_601}) {
        Target target = Target.fromBits(bits).orElseThrow();
        ask(
            CrossCheckFields.fields(
                "target", target.value().toString(16),
                "work", target.work().toString(16),
                "compact", Target.compact(target.value()),
                "next", Retarget.retargeted(bits, span, ElaNetwork.MAINNET.work())),
            "kind",
            "bits",
            "bits",
            bits,
            "span",
            span);
      }
    }
    compare(folder);
  }

  @Test
  void readsGeneratedBlocksTreesAndConfirmsAsTheScriptDoes(@TempDir Path folder) throws Exception {
    TestArbiters arbiters = new TestArbiters(4);
    for (int i = 0; i < 40; i++) {
      List<ElaTransaction> transactions = transactions(i, arbiters.set());
      transactions.forEach(this::askTransaction);
      List<Hash256> ids = transactions.stream().map(ElaTransaction::txid).toList();
      ElaHeader.Fields open = miner.fields(i);
      ElaHeader header =
          miner.mine(
              new ElaHeader.Fields(
                  9, open.previous(), MerkleTree.root(ids), open.timestamp(), open.bits(), 3, i),
              TestMiner.Shape.POOL);
      askBlock(new ElaBlock(header, transactions));
      List<ElaTransaction> doubled = new ArrayList<>(transactions);
      doubled.add(transactions.getLast());
      askBlock(new ElaBlock(header, doubled));
      HashSet<Hash256> wanted = new HashSet<>(ids.subList(0, random.nextInt(ids.size())));
      PartialMerkleTree tree = PartialMerkleTree.of(ids, wanted);
      askTree(tree);
      askTree(new PartialMerkleTree(tree.transactions() + 1, tree.hashes(), tree.flags()));
      askTree(new PartialMerkleTree(tree.transactions(), tree.hashes(), Bytes.EMPTY));
    }
    Hash256 block = miner.hash();
    Confirm confirm = arbiters.confirm(block, 0, 1, 2, 3);
    Confirm wrong = new Confirm(arbiters.proposal(block, 1), confirm.votes());
    for (Confirm each : List.of(confirm, wrong, arbiters.confirm(block))) {
      ask(
          CrossCheckFields.confirm(each),
          "kind",
          "confirm",
          "hex",
          ElaCodec.write(each, Confirm::write).hex());
    }
    askScripts(arbiters);
    compare(folder);
  }

  private List<ElaTransaction> transactions(int height, ArbiterSet set) {
    List<ElaTransaction> transactions = new ArrayList<>(List.of(TestChain.coinbase(height)));
    for (int more = random.nextInt(9); more >= 0; more--) {
      transactions.add(
          switch (random.nextInt(3)) {
            case 0 -> TestChain.nextTurn(random.nextInt(1 << 20), set);
            case 1 -> TestChain.revertToPow(random.nextInt(3), random.nextInt(1 << 20));
            default -> TestChain.revertToDpos(random.nextInt(1 << 20));
          });
    }
    return transactions;
  }

  private void askScripts(TestArbiters arbiters) {
    List<P256PublicKey> keys =
        arbiters.keys().stream().map(key -> P256PublicKey.of(key).orElseThrow()).toList();
    ask(
        CrossCheckFields.fields("address", new Script.Standard(keys.getFirst()).address()),
        "kind",
        "standard",
        "key",
        keys.getFirst().encoded().hex());
    ask(
        CrossCheckFields.fields("address", Script.MultiSignature.of(3, keys).address()),
        "kind",
        "multi",
        "required",
        3,
        "keys",
        arbiters.keys().stream().map(Bytes::hex).toList());
    Hash256 genesis = miner.hash();
    ask(
        CrossCheckFields.fields("address", Script.CrossChain.ofGenesis(genesis).address()),
        "kind",
        "genesis",
        "hash",
        genesis.hex());
  }
}
