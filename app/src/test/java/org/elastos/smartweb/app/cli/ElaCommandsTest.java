// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/// The mainchain's commands on published vectors, as people call them.
@ResourceLock(Resources.SYSTEM_OUT)
class ElaCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ESC = "XVbCTM7vqM1qHKsABSFH4xKN1qbp7ijpWf";

  @Test
  void decodesAHeaderWithItsHashInBothOrdersAndTheVerdictOnItsProof() throws IOException {
    JsonNode vector = vector("header-123-mainnet");
    Ran ran = Ran.json("ela", "decode", "--header", vector.path("hex").asText());
    assertThat(ran.code()).isZero();
    assertThat(ran.json().at("/hash/internal").asText())
        .isEqualTo(vector.at("/expected/hashInternal").asText());
    assertThat(ran.json().at("/hash/display").asText())
        .isEqualTo(vector.at("/expected/hashDisplay").asText());
    assertThat(ran.json().path("height").asInt()).isEqualTo(123);
    assertThat(ran.json().path("bits").asText()).isEqualTo("1f0008ff");
    assertThat(ran.json().at("/auxPowVerdict/valid").asBoolean()).isTrue();
    assertThat(ran.json().at("/auxPow/parentHeader/timestamp").asLong()).isEqualTo(1513940099L);
  }

  @Test
  void saysWhyAProofDoesNotHold() throws IOException {
    String hex = vector("header-123-mainnet").path("hex").asText();
    Ran wrongWork = Ran.json("ela", "decode", "--header", hex.replace("ff08001f", "ff08001d"));
    assertThat(wrongWork.code()).isZero();
    assertThat(wrongWork.json().at("/auxPowVerdict/valid").asBoolean()).isFalse();
    assertThat(wrongWork.json().at("/auxPowVerdict/code").asText()).isEqualTo("work_too_low");
  }

  @Test
  void verifiesAHeaderWithAStableCodeForEachFault() throws IOException {
    JsonNode vector = vector("header-123-mainnet");
    String hex = vector.path("hex").asText();
    Ran sound = Ran.jsonOn("0x" + hex + "\n", "ela", "verify-header", "-", "--bits", "1f0008ff");
    assertThat(sound.code()).isZero();
    assertThat(sound.json().path("hash").asText())
        .isEqualTo(vector.at("/expected/hashDisplay").asText());
    assertThat(Ran.json("ela", "verify-header", hex, "--bits", "0x1d00ffff").error())
        .isEqualTo("bits_wrong");
    assertThat(Ran.json("ela", "verify-header", hex.replace("fabe6d6d", "fabe6d6e")).error())
        .isEqualTo("aux_coinbase_branch");
    Ran otherHeight = Ran.json("ela", "verify-header", hex.replaceFirst("7b000000", "7c000000"));
    assertThat(otherHeight.error()).isEqualTo("aux_root_misplaced");
    assertThat(otherHeight.code()).isEqualTo(1);
  }

  @Test
  void decodesATransactionABlockAndAConfirm() throws IOException {
    Ran transfer =
        Ran.json("ela", "decode", "--tx", vector("tx-transfer-memo-mainnet").path("hex").asText());
    assertThat(transfer.json().at("/txid/display").asText())
        .isEqualTo(vector("tx-transfer-memo-mainnet").at("/expected/txidDisplay").asText());
    assertThat(transfer.json().at("/attributes/0/data/text").asText()).startsWith("type:text");
    assertThat(transfer.json().at("/payload/kind").asText()).isEqualTo("TransferAsset");
    Ran deposit =
        Ran.json("ela", "decode", "--tx", vector("synthetic-deposit-v1").path("hex").asText());
    assertThat(deposit.json().at("/outputs/0/programHash/address").asText()).isEqualTo(ESC);
    assertThat(deposit.json().at("/outputs/0/payload/targetAmount/ela").asText())
        .isEqualTo("1.00000000");
    Ran block = Ran.jsonOn(genesis(), "ela", "decode", "--block", "-");
    assertThat(block.json().at("/header/hash/display").asText())
        .isEqualTo("05f458a5522851622cae2bb138498dec60a8f0b233802c97a1ca41f9f214708d");
    assertThat(block.json().path("transactions")).hasSize(2);
    assertThat(block.json().at("/header/auxPowVerdict/valid").asBoolean()).isFalse();
    Ran confirm =
        Ran.json("ela", "decode", "--confirm", vector("synthetic-confirm").path("hex").asText());
    assertThat(confirm.json().path("votes")).hasSize(9);
    assertThat(confirm.json().path("distinctAccepting").asInt()).isPositive();
  }

  @Test
  void decodesAProofAndSaysWhetherItCommitsToABlock() throws IOException {
    JsonNode vector = vector("auxpow-ela-testnet-branch0");
    String hash = vector.at("/expected/auxBlockHashInternal").asText();
    Ran own =
        Ran.json(
            "ela",
            "decode",
            "--auxpow",
            vector.path("hex").asText(),
            "--block-hash",
            hash,
            "--chain-id",
            "6");
    assertThat(own.json().at("/verdict/valid").asBoolean()).as(own.json().toString()).isTrue();
    Ran other =
        Ran.json(
            "ela",
            "decode",
            "--auxpow",
            vector.path("hex").asText(),
            "--block-hash",
            "0".repeat(64));
    assertThat(other.json().at("/verdict/code").asText()).isEqualTo("aux_root_misplaced");
  }

  @Test
  void showsEveryValueToPeopleToo() throws IOException {
    String header = vector("header-123-mainnet").path("hex").asText();
    assertThat(Ran.text("ela", "decode", "--header", header)).contains("height: 123");
    assertThat(Ran.text("ela", "address", "--check", ESC)).contains("kind: cross_chain");
  }

  @Test
  void givesThePublishedAddressesOfKeysScriptsAndSideChains() throws IOException {
    for (JsonNode vector : vector("addresses").path("vectors")) {
      String expected = vector.path("expected").asText();
      Ran checked = Ran.json("ela", "address", "--check", expected);
      assertThat(checked.code()).as(expected).isZero();
      assertThat(checked.json().path("address").asText()).isEqualTo(expected);
      option(vector)
          .ifPresent(
              given -> assertThat(address(given.getFirst(), given.getLast())).isEqualTo(expected));
    }
  }

  @Test
  void refusesAnAddressWithOneLetterChanged() {
    Ran ran = Ran.json("ela", "address", "--check", ESC.replace('q', 'r'));
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.error()).isEqualTo("bad_checksum");
    assertThat(Ran.json("ela", "address", "--check", "X").error())
        .isEqualTo("length_out_of_bounds");
    assertThat(Ran.json("ela", "address", "--public-key", "02" + "ff".repeat(32)).error())
        .isEqualTo("bad_public_key");
    assertThat(Ran.json("ela", "address", "--code", "00").error())
        .isIn("unsupported_script", "truncated");
    assertThat(Ran.json("ela", "address", "--genesis", "12").error()).isEqualTo("bad_genesis");
  }

  @Test
  void computesAndChecksAMerkleRoot() throws IOException {
    JsonNode vector = vector("merkletree-synthetic-5");
    JsonNode leaves = JSON.readTree(vector.path("hex").asText()).path("leaves");
    String root = vector.at("/expected/rootInternal").asText();
    StringBuilder lines = new StringBuilder();
    leaves.forEach(leaf -> lines.append(leaf.asText()).append('\n'));
    Ran computed = Ran.jsonOn(lines.toString(), "ela", "merkle-root", "--internal", "-");
    assertThat(computed.json().path("rootInternal").asText()).isEqualTo(root);
    String repeated = lines + leaves.get(4).asText();
    Ran twice = Ran.jsonOn(repeated, "ela", "merkle-root", "--internal", "-");
    assertThat(twice.error()).isEqualTo("merkle_mutated");
    assertThat(
            Ran.jsonOn(lines.toString(), "ela", "merkle-root", "-", "--root", "0".repeat(64))
                .error())
        .isEqualTo("merkle_root_wrong");
    assertThat(Ran.json("ela", "merkle-root", "xyz").error()).isEqualTo("bad_txid");
  }

  @Test
  void refusesInputThatIsNoValueSayingWhere() throws IOException {
    assertThat(Ran.json("ela", "decode", "--tx", "0g").error()).isEqualTo("bad_hex");
    assertThat(Ran.jsonOn(" \n", "ela", "decode", "--tx", "-").error()).isEqualTo("input_empty");
    Ran cut = Ran.json("ela", "decode", "--header", "00000000");
    assertThat(cut.error()).isEqualTo("truncated");
    assertThat(cut.json().at("/error/offset").isInt()).isTrue();
    String more = vector("tx-transfer-memo-mainnet").path("hex").asText() + "00";
    assertThat(Ran.json("ela", "decode", "--tx", more).error()).isEqualTo("trailing_bytes");
    assertThat(Ran.json("ela", "decode", "--header", header("02")).error())
        .isEqualTo("non_canonical_boolean");
    String large = "00".repeat(9_000_001);
    assertThat(Ran.jsonOn(large, "ela", "decode", "--block", "-").error())
        .isEqualTo("input_too_large");
  }

  private static String address(String option, String value) {
    return Ran.json("ela", "address", option, value).json().path("address").asText();
  }

  private static String header(String more) throws IOException {
    return vector("header-123-mainnet").path("hex").asText() + more;
  }

  private static Optional<List<String>> option(JsonNode vector) {
    for (String[] pair :
        new String[][] {
          {"pubkey", "--public-key"}, {"genesisHex", "--genesis"}, {"code", "--code"}
        }) {
      String value = vector.path(pair[0]).asText();
      if (value.matches("[0-9a-f]{64,}") && !vector.path("label").asText().startsWith("deposit")) {
        return Optional.of(List.of(pair[1], value));
      }
    }
    return Optional.empty();
  }

  private static String genesis() throws IOException {
    return vector("genesis-mainnet").path("hex").asText();
  }

  private static JsonNode vector(String name) throws IOException {
    try (InputStream in =
        ElaCommandsTest.class.getResourceAsStream("/vectors/ela/" + name + ".json")) {
      return JSON.readTree(in);
    }
  }
}
