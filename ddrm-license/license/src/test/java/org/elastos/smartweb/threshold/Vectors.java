// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Objects;
import org.elastos.smartweb.chain.Hash256;

/// Reads the known answers beside the tests.
final class Vectors {
  private Vectors() {}

  static JsonNode read(String name) {
    try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + name)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in, name));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static byte[] hex(JsonNode node) {
    return HexFormat.of().parseHex(node.asText());
  }

  static Hash256 hash(JsonNode node) {
    return Hash256.fromHex(node.asText());
  }

  static BigInteger number(JsonNode node) {
    return new BigInteger(node.asText().replaceFirst("^0x", ""), 16);
  }
}
