// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.address;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.Vectors;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class P256Test {
  private static final String G =
      "036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296";

  @Test
  void judgesSignaturesAsWycheproofDoes() throws IOException {
    String file = "/vectors/wycheproof-ecdsa_secp256r1_sha256_p1363_test.json";
    int checked = 0;
    try (InputStream in = Objects.requireNonNull(P256Test.class.getResourceAsStream(file))) {
      JsonNode root = JsonMapper.builder().build().readTree(in.readAllBytes());
      for (JsonNode group : root.path("testGroups")) {
        P256PublicKey key = compressed(group.path("publicKey").path("uncompressed").asString());
        for (JsonNode test : group.path("tests")) {
          boolean verified =
              key.verifies(
                  HexFormat.of().parseHex(test.path("msg").asString()),
                  Bytes.fromHex(test.path("sig").asString()));
          assertThat(verified)
              .as("test %s: %s", test.path("tcId"), test.path("comment"))
              .isEqualTo(test.path("result").asString().equals("valid"));
          checked++;
        }
      }
      assertThat(checked).isEqualTo(root.path("numberOfTests").asInt());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tx-transfer-memo-mainnet",
        "tx-elatx-0",
        "tx-elatx-1",
        "tx-acct-0",
        "tx-elatest",
        "tx-cli-1",
        "synthetic-deposit-v1"
      })
  void verifiesPublishedTransactions(String name) {
    ElaTransaction tx = TxCodec.readTransaction(Vectors.bytes(name)).orElseThrow();

    assertThat(tx.programs()).isNotEmpty();
    for (var program : tx.programs()) {
      Script.Standard script = (Script.Standard) Script.read(program.code()).orElseThrow();
      byte[] parameter = program.parameter().bytes();
      assertThat(parameter[0]).isEqualTo((byte) 64);
      Bytes signature = Bytes.of(Arrays.copyOfRange(parameter, 1, parameter.length));
      assertThat(script.key().verifies(tx.unsigned().bytes(), signature)).isTrue();
      byte[] other = tx.unsigned().bytes();
      other[other.length - 1] ^= 1;
      assertThat(script.key().verifies(other, signature)).isFalse();
    }
  }

  @Test
  void verifiesEverySignatureOfTheConfirm() {
    var confirm = ElaCodec.readConfirm(Vectors.bytes("synthetic-confirm")).orElseThrow();

    var proposal = confirm.proposal();
    assertThat(
            P256PublicKey.of(proposal.sponsor())
                .orElseThrow()
                .verifies(proposal.unsigned().bytes(), proposal.signature()))
        .isTrue();
    assertThat(confirm.votes())
        .allMatch(vote ->
            P256PublicKey.of(vote.signer())
                .orElseThrow()
                .verifies(vote.unsigned().bytes(), vote.signature()));
  }

  @ParameterizedTest
  @CsvSource({
    "1," + G,
    "2,037cf27b188d034f7e8a52380304b51ac3c08969e277f21b35a60b48fc47669978",
    "3,025ecbe4d1a6330a44c8f7ef951d4bf165e6c6b721efada985fb41661bc6e7fd6c",
    "-1,026b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
    "-2,027cf27b188d034f7e8a52380304b51ac3c08969e277f21b35a60b48fc47669978",
    "-3,035ecbe4d1a6330a44c8f7ef951d4bf165e6c6b721efada985fb41661bc6e7fd6c"
  })
  void derivesThePublicKeysOfSmallAndLargeScalars(int scalar, String expected) {
    BigInteger number = BigInteger.valueOf(scalar).mod(P256.ORDER);

    assertThat(key(number).publicKey()).hasToString(expected);
  }

  @Test
  void signsSoThatOnlyTheOwnKeyAndMessageVerify() {
    SecureRandom random = new SecureRandom();
    P256PrivateKey key = P256PrivateKey.generate(random);
    P256PrivateKey other = P256PrivateKey.generate(random);
    byte[] message = "pay".getBytes(UTF_8);
    Bytes signature = key.sign(message, random);

    assertThat(signature.size()).isEqualTo(P256PublicKey.SIGNATURE_BYTES);
    assertThat(key.publicKey().verifies(message, signature)).isTrue();
    assertThat(other.publicKey().verifies(message, signature)).isFalse();
    assertThat(key.publicKey().verifies("pay more".getBytes(UTF_8), signature)).isFalse();
    assertThat(key.publicKey().verifies(message, Bytes.EMPTY)).isFalse();
    assertThat(key.publicKey().verifies(message, Bytes.of(new byte[64]))).isFalse();
    assertThat(key.toString()).contains(key.publicKey().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "04" + "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
        "006b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
        G + "00",
        "02ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
        "02ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "020000000000000000000000000000000000000000000000000000000000000001"
      })
  void refusesBytesThatAreNoPointOfTheCurve(String hex) {
    assertThat(P256PublicKey.of(Bytes.fromHex(hex))).isEmpty();
  }

  @Test
  void refusesScalarsOutsideTheGroup() {
    for (BigInteger number : List.of(BigInteger.ZERO, P256.ORDER, P256.ORDER.add(BigInteger.ONE))) {
      assertThat(P256PrivateKey.of(SecretBytes.take(P256.bytes(number)))).isEmpty();
    }
    assertThat(P256PrivateKey.of(SecretBytes.take(new byte[31]))).isEmpty();
    assertThat(P256PrivateKey.of(SecretBytes.take(new byte[33]))).isEmpty();
  }

  private static P256PrivateKey key(BigInteger number) {
    return P256PrivateKey.of(SecretBytes.take(P256.bytes(number))).orElseThrow();
  }

  private static P256PublicKey compressed(String uncompressed) {
    boolean odd = (Character.digit(uncompressed.charAt(129), 16) & 1) == 1;
    return P256PublicKey.of(Bytes.fromHex((odd ? "03" : "02") + uncompressed.substring(2, 66)))
        .orElseThrow();
  }
}
