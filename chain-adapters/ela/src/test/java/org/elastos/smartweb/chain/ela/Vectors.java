// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The committed vectors; `INDEX.json` says what each proves.
public final class Vectors {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Vectors() {}

  /// The names of all vectors.
  public static List<String> names() {
    return StreamSupport.stream(read("INDEX").spliterator(), false)
        .map(entry -> entry.path("name").asString())
        .toList();
  }

  /// One vector file.
  public static JsonNode read(String name) {
    try (InputStream in = Vectors.class.getResourceAsStream("/vectors/ela/" + name + ".json")) {
      if (in == null) {
        throw new IllegalArgumentException("no vector " + name);
      }
      return JSON.readTree(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The bytes of one vector.
  public static byte[] bytes(String name) {
    return HexFormat.of().parseHex(read(name).path("hex").asString());
  }

  /// A published text of one vector.
  public static String expected(String name, String field) {
    return read(name).path("expected").path(field).asString();
  }
}
