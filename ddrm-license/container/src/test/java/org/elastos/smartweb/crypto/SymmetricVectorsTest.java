// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import org.elastos.smartweb.chain.SecretBytes;
import org.junit.jupiter.api.Test;

class SymmetricVectorsTest {
  @Test
  void agreesWithTheHkdfVectors() {
    int tried = 0;
    for (JsonNode group : Vectors.json("wycheproof-hkdf_sha256_test.json").get("testGroups")) {
      for (JsonNode test : group.get("tests")) {
        byte[] ikm = Vectors.hex(test.get("ikm"));
        byte[] salt = Vectors.hex(test.get("salt"));
        byte[] info = Vectors.hex(test.get("info"));
        int size = test.get("size").asInt();
        if (test.get("result").asText().equals("valid")) {
          assertThat(Hkdf.derive(ikm, salt, info, size))
              .as(test.get("tcId").asText())
              .isEqualTo(Vectors.hex(test.get("okm")));
        } else {
          assertThatThrownBy(() -> Hkdf.derive(ikm, salt, info, size))
              .isInstanceOf(CryptoException.class);
        }
        tried++;
      }
    }
    assertThat(tried).isEqualTo(86);
  }

  @Test
  void agreesWithTheAesGcmVectors() {
    int tried = 0;
    for (JsonNode group : Vectors.json("wycheproof-aes_gcm_test.json").get("testGroups")) {
      for (JsonNode test : group.get("tests")) {
        byte[] nonce = Vectors.hex(test.get("iv"));
        byte[] aad = Vectors.hex(test.get("aad"));
        byte[] plain = Vectors.hex(test.get("msg"));
        byte[] sealed = Vectors.hex(test.get("ct").asText() + test.get("tag").asText());
        try (SecretBytes key = SecretBytes.copyOf(Vectors.hex(test.get("key")))) {
          if (test.get("result").asText().equals("valid")) {
            assertThat(AesGcm.seal(key, nonce, aad, plain)).isEqualTo(sealed);
            assertThat(AesGcm.open(key, nonce, aad, sealed)).contains(plain);
          } else {
            assertThat(AesGcm.open(key, nonce, aad, sealed)).isEmpty();
          }
        }
        tried++;
      }
    }
    assertThat(tried).isEqualTo(66);
  }

  @Test
  void refusesKeysAndNoncesOfOtherLengths() {
    byte[] none = new byte[0];
    assertThatThrownBy(() -> AesGcm.seal(secret(16), new byte[12], none, none))
        .isInstanceOf(CryptoException.class);
    assertThatThrownBy(() -> AesGcm.open(secret(32), new byte[16], none, new byte[16]))
        .isInstanceOf(CryptoException.class);
  }

  @Test
  void refusesSealedBytesShorterThanATag() {
    assertThat(AesGcm.open(secret(32), new byte[12], new byte[0], new byte[3])).isEmpty();
  }

  @Test
  void derivesKeysOf32Bytes() {
    try (SecretBytes key = Hkdf.key(secret(32), new byte[32], new byte[] {1})) {
      assertThat(key.size()).isEqualTo(32);
      assertThat(key.matches(Hkdf.derive(secretBytes(32), new byte[32], new byte[] {1}, 32)))
          .isTrue();
    }
  }

  private static SecretBytes secret(int length) {
    return SecretBytes.take(secretBytes(length));
  }

  private static byte[] secretBytes(int length) {
    return ByteBuffer.allocate(length).put(0, (byte) 5).array();
  }
}
