// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySearchTest {
  @TempDir Path folder;
  private final byte[] key = HexFormat.of().parseHex("00ff10".repeat(10) + "abcd");
  private final KeySearch search = new KeySearch(Map.of("key", key));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7})
  void findsTheKeyInBase64AtEveryAlignment(int before) throws IOException {
    byte[] longer = new byte[before + key.length + 5];
    new Random(before).nextBytes(longer);
    System.arraycopy(key, 0, longer, before, key.length);
    Files.writeString(folder.resolve("a.log"), "x=" + Base64.getEncoder().encodeToString(longer));
    assertThat(search.search(List.of(folder)).hits()).isNotEmpty();
  }

  @Test
  void findsTheKeyInHexOfBothCases() throws IOException {
    Files.writeString(folder.resolve("a"), "k " + HexFormat.of().formatHex(key));
    Files.writeString(folder.resolve("b"), "k " + HexFormat.of().withUpperCase().formatHex(key));
    assertThat(search.search(List.of(folder)).hits())
        .extracting(KeySearch.Hit::form)
        .contains("hex", "HEX");
  }

  @Test
  void findsARawKeyThatStraddlesTwoWindows() throws IOException {
    int at = (1 << 20) - 7;
    byte[] big = new byte[(1 << 20) + 4096];
    System.arraycopy(key, 0, big, at, key.length);
    Files.createDirectory(folder.resolve("deep"));
    Files.write(folder.resolve("deep/heap"), big);
    var report = search.search(List.of(folder));
    assertThat(report.bytes()).isEqualTo(big.length);
    assertThat(report.hits()).extracting(KeySearch.Hit::offset).containsExactly((long) at);
  }

  @Test
  void saysWhichOfSeveralKeysItFoundInWhichForm() throws IOException {
    byte[] other = HexFormat.of().parseHex("a1".repeat(32));
    var both = new KeySearch(Map.of("key", key, "other", other));
    Files.write(folder.resolve("a"), other);
    Files.writeString(folder.resolve("b"), HexFormat.of().formatHex(key));
    assertThat(both.search(List.of(folder)).hits())
        .extracting(hit -> hit.key() + " " + hit.form())
        .containsExactlyInAnyOrder("other raw", "key hex");
    assertThat(both.forms()).hasSize(18).contains("other base64url+2", "key HEX");
  }

  @Test
  void findsNothingWhereNothingIs() throws IOException {
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    Files.write(folder.resolve("noise"), noise);
    var report = search.search(List.of(folder, folder.resolve("absent")));
    assertThat(report.hits()).isEmpty();
    assertThat(report.files()).isEqualTo(1);
  }
}
