// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.elastos.smartweb.crypto.Vectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnixFsVectorsTest {
  private static final long SMALL = 1 << 26;

  static Stream<JsonNode> generated() {
    return StreamSupport.stream(
        Vectors.json("unixfs-files.json").get("vectors").spliterator(), false);
  }

  static Stream<JsonNode> published() {
    return StreamSupport.stream(
        Vectors.json("ipip-0499-files.json").get("vectors").spliterator(), false);
  }

  static Stream<JsonNode> generatedSmall() {
    return generated().filter(vector -> vector.get("size").asLong() <= SMALL);
  }

  static Stream<JsonNode> publishedSmall() {
    return published().filter(vector -> vector.get("size").asLong() <= SMALL);
  }

  @ParameterizedTest
  @MethodSource("generatedSmall")
  void agreesWithTheGeneratedVectors(JsonNode vector) throws IOException {
    check(vector, content(vector));
  }

  @ParameterizedTest
  @MethodSource("publishedSmall")
  void agreesWithThePublishedVectors(JsonNode vector) throws IOException {
    check(vector, Keystreams.chacha(vector.get("seed").asText(), vector.get("size").asLong()));
  }

  /// The vectors above 64 MiB, up to one byte over 1 GiB, which has two levels of nodes.
  @Test
  @Tag("deep")
  void agreesWithTheLargeVectors() throws IOException {
    List<JsonNode> large =
        generated().filter(vector -> vector.get("size").asLong() > SMALL).toList();
    for (JsonNode vector : large) {
      check(vector, content(vector));
    }
    List<JsonNode> huge =
        published().filter(vector -> vector.get("size").asLong() > SMALL).toList();
    for (JsonNode vector : huge) {
      check(vector, Keystreams.chacha(vector.get("seed").asText(), vector.get("size").asLong()));
    }
    assertThat(large.size() + huge.size()).isEqualTo(3);
  }

  private static InputStream content(JsonNode vector) {
    String name = vector.get("name").asText();
    return name.startsWith("literal:")
        ? new ByteArrayInputStream(name.substring(8).getBytes(StandardCharsets.UTF_8))
        : Keystreams.aes(name, vector.get("size").asLong());
  }

  private static void check(JsonNode vector, InputStream content) throws IOException {
    UnixFsProfile profile = UnixFsProfile.named(vector.get("profile").asText()).orElseThrow();
    UnixFsFile file = UnixFsBuilder.of(content, profile);
    assertThat(file.root().toString()).isEqualTo(vector.get("cid").asText());
    assertThat(file.length()).isEqualTo(vector.get("size").asLong());
    assertThat(Cid.parse(vector.get("cid").asText())).contains(file.root());
    if (vector.has("blocks")) {
      assertThat(file.dagSize()).isEqualTo(vector.get("dagSize").asLong());
      assertThat(file.blocks()).isEqualTo(vector.get("blocks").asInt());
    }
  }
}
