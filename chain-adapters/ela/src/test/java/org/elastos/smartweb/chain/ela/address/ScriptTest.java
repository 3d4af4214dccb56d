// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.Refusal;
import org.elastos.smartweb.chain.ela.Vectors;
import org.elastos.smartweb.chain.ela.tx.TxCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
  private static final List<P256PublicKey> KEYS =
      IntStream.rangeClosed(1, 24).mapToObj(ScriptTest::key).toList();

  @Test
  void readsEveryShapeItWrites() {
    List<Script> scripts =
        List.of(
            new Script.Standard(KEYS.get(0)),
            new Script.Schnorr(KEYS.get(1)),
            Script.MultiSignature.of(1, KEYS.subList(0, 1)),
            Script.MultiSignature.of(2, KEYS.subList(0, 3)),
            Script.MultiSignature.of(16, KEYS.subList(0, 16)),
            Script.MultiSignature.of(17, KEYS),
            Script.Arbiters.of(8, KEYS.subList(0, 12)),
            Script.CrossChain.ofGenesis(Hash256.ZERO));

    for (Script script : scripts) {
      assertThat(Script.read(script.code())).isEqualTo(new Decoded.Value<>(script));
    }
  }

  @Test
  void sortsKeysByTheirXCoordinateWhateverTheSignOfY() {
    List<P256PublicKey> reversed = KEYS.subList(0, 12).reversed();
    Script.MultiSignature script = Script.MultiSignature.of(3, reversed);

    assertThat(script).isEqualTo(Script.MultiSignature.of(3, KEYS.subList(0, 12)));
    assertThat(script.keys()).isSortedAccordingTo((a, b) -> a.x().compareTo(b.x()));
    assertThat(script.address().kind()).isEqualTo(ElaAddress.Kind.MULTI_SIGNATURE);
    assertThat(new Script.Schnorr(KEYS.get(0)).address().kind())
        .isEqualTo(ElaAddress.Kind.STANDARD);
  }

  @Test
  void readsTheArbitersOfAWithdrawal() {
    Bytes code =
        TxCodec.readTransaction(Vectors.bytes("synthetic-withdraw-v1"))
            .orElseThrow()
            .programs()
            .get(0)
            .code();

    Script script = Script.read(code).orElseThrow();
    assertThat(script).isInstanceOf(Script.Arbiters.class);
    assertThat(Script.Arbiters.of(8, ((Script.Arbiters) script).keys()).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "00", "51", "5121", "21", "2000", "5151ae", "0110", "51ae", "0000ae", "ffac"})
  void refusesCodesOfNoKnownShape(String hex) {
    assertThat(Script.read(Bytes.fromHex(hex))).isInstanceOf(Decoded.Refused.class);
  }

  @Test
  void refusesCodesThatComeCloseToOne() {
    String standard = new Script.Standard(KEYS.get(0)).code().hex();
    String several = Script.MultiSignature.of(2, KEYS.subList(0, 3)).code().hex();

    for (String close :
        List.of(
            standard.substring(0, 68) + "ad",
            standard + "00",
            "2104" + standard.substring(4),
            "2102" + "ff".repeat(32) + "ac",
            "54" + several.substring(2),
            "50" + several.substring(2),
            "0102" + several.substring(2),
            several.substring(0, several.length() - 4) + "54ae",
            several.substring(0, several.length() - 2) + "ad",
            several.substring(0, several.length() - 2))) {
      assertThat(Script.read(Bytes.fromHex(close))).isInstanceOf(Decoded.Refused.class);
    }
    assertThat(Script.read(Bytes.fromHex(several.substring(0, several.length() - 2) + "ad")))
        .isInstanceOfSatisfying(
            Decoded.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(Refusal.UNSUPPORTED_SCRIPT));
  }

  @Test
  void refusesToBuildScriptsThatNobodyCouldSatisfy() {
    P256PublicKey one = KEYS.get(0);
    List<P256PublicKey> many = IntStream.rangeClosed(1, 25).mapToObj(ScriptTest::key).toList();

    assertThatThrownBy(() -> Script.MultiSignature.of(0, KEYS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Script.MultiSignature.of(2, List.of(one)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Script.MultiSignature.of(1, List.of(one, one)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Script.Arbiters.of(1, many))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Script.Arbiters(1, Collections.nCopies(256, one)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static P256PublicKey key(int scalar) {
    byte[] bytes = P256.bytes(BigInteger.valueOf(scalar));
    return P256PrivateKey.of(SecretBytes.take(bytes)).orElseThrow().publicKey();
  }
}
