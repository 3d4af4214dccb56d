// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;

class Rfc9380Test {
  @Test
  void expandsMessagesAsTheRfcDoes() {
    JsonNode file = Vectors.read("expand_message_xmd_SHA256_38.json");
    byte[] dst = file.get("DST").asText().getBytes(US_ASCII);
    assertThat(file.get("tests")).isNotEmpty();
    for (JsonNode test : file.get("tests")) {
      int length = Vectors.number(test.get("len_in_bytes")).intValueExact();
      byte[] message = test.get("msg").asText().getBytes(US_ASCII);
      assertThat(HashToScalar.expandMessage(message, dst, length))
          .isEqualTo(Vectors.hex(test.get("uniform_bytes")));
    }
  }

  @Test
  void hashesToTheCurveAsTheRfcDoes() {
    JsonNode file = Vectors.read("secp256k1_XMD_SHA-256_SSWU_RO_.json");
    byte[] dst = file.get("dst").asText().getBytes(US_ASCII);
    assertThat(file.get("vectors")).isNotEmpty();
    for (JsonNode vector : file.get("vectors")) {
      byte[] message = vector.get("msg").asText().getBytes(US_ASCII);
      BigInteger[] field = HashToCurve.hashToField(message, dst);
      assertThat(field[0]).isEqualTo(Vectors.number(vector.get("u").get(0)));
      assertThat(field[1]).isEqualTo(Vectors.number(vector.get("u").get(1)));
      ECPoint point = HashToCurve.hash(message, dst);
      assertThat(point.getAffineXCoord().toBigInteger())
          .isEqualTo(Vectors.number(vector.get("P").get("x")));
      assertThat(point.getAffineYCoord().toBigInteger())
          .isEqualTo(Vectors.number(vector.get("P").get("y")));
    }
  }

  @Test
  void secondGeneratorIsTheHashOfItsName() {
    ECPoint computed =
        HashToCurve.hash(
            "smartweb/v1/tdh2/H".getBytes(US_ASCII),
            "SMARTWEB-V1-H-secp256k1_XMD:SHA-256_SSWU_RO_".getBytes(US_ASCII));
    assertThat(computed.getEncoded(true)).isEqualTo(Curve.H2.bytes());
  }

  @Test
  void refusesOutputsBeyondTheExpandersRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HashToScalar.expandMessage(new byte[0], new byte[1], 255 * 32 + 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HashToScalar.expandMessage(new byte[0], new byte[256], 32));
  }
}
