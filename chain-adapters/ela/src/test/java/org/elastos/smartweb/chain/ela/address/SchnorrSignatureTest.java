// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.Vectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Signatures made, spoiled and judged by the node's own code (src/test/go/schnorr_vectors.go).
class SchnorrSignatureTest {
  private static Stream<JsonNode> vectors() {
    return StreamSupport.stream(Vectors.read("schnorr").spliterator(), false);
  }

  private static Script.Schnorr script(JsonNode vector) {
    Bytes key = Bytes.fromHex(vector.path("key").asString());
    return new Script.Schnorr(P256PublicKey.of(key).orElseThrow());
  }

  private static byte[] unsigned(JsonNode vector) {
    return Bytes.fromHex(vector.path("unsigned").asString()).bytes();
  }

  private static byte[] parameter(JsonNode vector) {
    return Bytes.fromHex(vector.path("parameter").asString()).bytes();
  }

  @Test
  void judgesAsTheNodeDoes() {
    Set<String> kinds = new HashSet<>();
    vectors()
        .forEach(vector -> {
          kinds.add(vector.path("kind").asString());
          assertThat(script(vector).verifies(unsigned(vector), Bytes.of(parameter(vector))))
              .as(vector.toString())
              .isEqualTo(vector.path("valid").asBoolean());
        });
    assertThat(kinds).hasSize(11).contains("signed by 1", "signed by 4", "r beyond the field");
  }

  @Test
  void readsTheFirstSixtyFourBytesAndNeedsThemAll() {
    JsonNode sound = vectors().findFirst().orElseThrow();
    byte[] parameter = parameter(sound);

    assertThat(script(sound).verifies(unsigned(sound), Bytes.of(Arrays.copyOf(parameter, 80))))
        .as("the node does not look at what follows")
        .isTrue();
    assertThat(script(sound).verifies(unsigned(sound), Bytes.of(Arrays.copyOf(parameter, 63))))
        .isFalse();
    assertThat(script(sound).verifies(unsigned(sound), Bytes.EMPTY)).isFalse();
  }

  @Test
  void addsPointsLikeThePlatformMultipliesThem() {
    ECPoint base = P256.PARAMETERS.getGenerator();
    ECPoint sum = ECPoint.POINT_INFINITY;
    for (int count = 0; count < 40; count++) {
      assertThat(P256.times(BigInteger.valueOf(count), base)).isEqualTo(sum);
      sum = P256.sum(sum, base);
    }
    ECPoint last = P256.times(P256.ORDER.subtract(BigInteger.ONE), base);
    assertThat(last.getAffineX()).isEqualTo(base.getAffineX());
    assertThat(P256.sum(last, base)).isEqualTo(ECPoint.POINT_INFINITY);
    assertThat(P256.times(P256.ORDER, base)).isEqualTo(ECPoint.POINT_INFINITY);
  }

  @Test
  void refusesASignatureWhoseSumIsNothing() {
    // With s = 0 and the negated challenge equal to the order the sum vanishes; r = 0 and s = 0 is
    // the
    // nearest that anybody can write down.
    JsonNode sound = vectors().findFirst().orElseThrow();
    assertThat(script(sound).verifies(unsigned(sound), Bytes.of(new byte[64]))).isFalse();
  }
}
