// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOnFirstByteTest {
  @TempDir private Path folder;

  @Test
  void leavesTheFileAsItWasWhenNothingIsWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("x.wav"), "before");
    try (OutputStream out = new FileOnFirstByte(file)) {
      out.flush();
    }
    assertThat(file).hasContent("before");
    try (OutputStream out = new FileOnFirstByte(folder.resolve("none.wav"))) {
      out.flush();
    }
    assertThat(folder.resolve("none.wav")).doesNotExist();
  }

  @Test
  void holdsWhatWasWrittenAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("x.wav"), "before");
    try (OutputStream out = new FileOnFirstByte(file)) {
      out.write('n');
      out.write("ow".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(file).hasContent("now");
  }
}
