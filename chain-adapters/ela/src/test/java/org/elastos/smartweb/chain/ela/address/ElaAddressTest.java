// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.address;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Refusal;
import org.elastos.smartweb.chain.ela.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ElaAddressTest {
  static Stream<JsonNode> vectors() {
    return StreamSupport.stream(Vectors.read("addresses").path("vectors").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void readsPublishedAddressesAndWritesTheSameText(JsonNode vector) {
    String text = vector.path("expected").asString();
    ElaAddress address = ElaAddress.read(text).orElseThrow();

    assertThat(address).hasToString(text);
    assertThat(address.kind()).isNotEqualTo(ElaAddress.Kind.OTHER);
    if (vector.has("programHash")) {
      assertThat(address.programHash().hex()).isEqualTo(vector.path("programHash").asString());
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void derivesPublishedAddressesFromWhatTheyStandFor(JsonNode vector) {
    String text = vector.path("expected").asString();
    if (vector.has("pubkey") && !vector.path("pubkey").asString().contains(".")) {
      P256PublicKey key =
          P256PublicKey.of(Bytes.fromHex(vector.path("pubkey").asString())).orElseThrow();
      assertThat(new Script.Standard(key).address()).hasToString(text);
    }
    if (vector.has("privkey")) {
      byte[] scalar = HexFormat.of().parseHex(vector.path("privkey").asString());
      P256PrivateKey key = P256PrivateKey.of(SecretBytes.take(scalar)).orElseThrow();
      assertThat(new Script.Standard(key.publicKey()).address()).hasToString(text);
    }
    if (vector.has("code")) {
      Bytes code = Bytes.fromHex(vector.path("code").asString());
      assertThat(ElaAddress.of(ElaAddress.Kind.MULTI_SIGNATURE, code)).hasToString(text);
      assertThat(Script.read(code).orElseThrow().code()).isEqualTo(code);
    }
    if (vector.path("genesisHex").asString("").length() == 64) {
      Hash256 genesis = Hash256.fromHex(vector.path("genesisHex").asString());
      assertThat(Script.CrossChain.ofGenesis(genesis).address()).hasToString(text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'',9c1185a5c5e9fc54612808977ee8f548b2258d31",
    "a,0bdc9d2d256b3ee9daae347be6f4dc835a467ffe",
    "abc,8eb208f7e05d987a9b044a8e98c6b087f15a0bfc",
    "message digest,5d0689ef49d2fae572b881b123a85ffa21595f36",
    "abcdefghijklmnopqrstuvwxyz,f71c27109c692c1b56bbdceb5b9d2865b3708dbc",
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,"
        + "12a053384a9c0c88e405a06c27dcf49ada62eb2b",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789,"
        + "b0e20b6e3116640286ed3a87a5713079b21f5189",
    "1234567890123456789012345678901234567890"
        + "1234567890123456789012345678901234567890,9b752e45573d4b39f4dbd3323cab82bf63326bfb"
  })
  void hashesAsTheAuthorsOfRipemdPublished(String message, String digest) {
    assertThat(HexFormat.of().formatHex(Ripemd160.of(message.getBytes(US_ASCII))))
        .isEqualTo(digest);
  }

  @ParameterizedTest
  @CsvSource({
    "XVbCTM7vqM1qHKsABSFH4xKN1qbp7ijpW,LENGTH_OUT_OF_BOUNDS,33",
    "XVbCTM7vqM1qHKsABSFH4xKN1qbp7ijpWff,LENGTH_OUT_OF_BOUNDS,34",
    "XVbCTM7vqM1qHKsABSFH4xKN1qbp7ijp0f,BAD_CHARACTER,32",
    "XVbCTM7vqM1qHKsABSFH4xKN1qbp7ijpWg,BAD_CHECKSUM,0",
    "XVbCTM7vqM1qHKsABSFH4xKN1qpb7ijpWf,BAD_CHECKSUM,0",
    "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz,BAD_CHECKSUM,0",
    "1VbCTM7vqM1qHKsABSFH4xKN1qbp7ijpWf,BAD_CHECKSUM,0"
  })
  void refusesTextsThatAreNoAddress(String text, Refusal code, int at) {
    assertThat(ElaAddress.read(text)).isEqualTo(new Decoded.Refused<>(code, at, "address"));
  }

  @Test
  void refusesAnAddressOfNoKnownKindButPrintsOne() {
    byte[] hash = new byte[ProgramHash.BYTES];
    hash[0] = 0x22;
    ElaAddress other = new ElaAddress(ProgramHash.of(hash));

    assertThat(other.kind()).isEqualTo(ElaAddress.Kind.OTHER);
    assertThat(ElaAddress.read(other.toString()))
        .isEqualTo(new Decoded.Refused<>(Refusal.UNKNOWN_PREFIX, 0, "address"));
    assertThatThrownBy(() -> ElaAddress.of(ElaAddress.Kind.OTHER, Bytes.EMPTY))
        .isInstanceOf(IllegalStateException.class);
  }
}
