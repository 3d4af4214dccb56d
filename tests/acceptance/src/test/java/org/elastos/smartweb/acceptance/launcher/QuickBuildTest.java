// SPDX-License-Identifier: MIT
package org.elastos.smartweb.acceptance.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The launcher's build leaves test classes out, except where another module's tests need them.
class QuickBuildTest {
  private static final Path ROOT = Path.of(System.getProperty("smartweb.root"));

  @Test
  void modulesThatHandOnTheirTestsAreBuiltWithThem() throws Exception {
    List<Path> withTestJar = poms("<goal>test-jar</goal>");
    assertThat(withTestJar).isNotEmpty();
    assertThat(poms("<maven.test.skip>false</maven.test.skip>"))
        .as("a module with a test-jar says maven.test.skip is false among its properties")
        .containsExactlyElementsOf(withTestJar);
  }

  private static List<Path> poms(String text) throws Exception {
    try (Stream<Path> files = Files.walk(ROOT, 3)) {
      List<Path> poms =
          files.filter(path -> path.getFileName().toString().equals("pom.xml")).sorted().toList();
      assertThat(poms).hasSizeGreaterThan(10);
      return poms.stream().filter(pom -> contains(pom, text)).toList();
    }
  }

  private static boolean contains(Path pom, String text) {
    try {
      return Files.readString(pom).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
