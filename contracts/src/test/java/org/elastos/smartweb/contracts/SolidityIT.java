// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SolidityIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @Test
  @Timeout(value = 6, unit = TimeUnit.MINUTES)
  void committedCodeIsFreshAndForgeTestsPass() throws Exception {
    Path log = Path.of("target", "solidity.log");
    Files.createDirectories(log.toAbsolutePath().getParent());
    Process process = start(log.toFile());
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      fail("the contracts' checks took longer than %s:%n%s".formatted(LIMIT, text(log)));
    }
    assertThat(process.exitValue()).as(text(log)).isZero();
  }

  private static Process start(File log) throws IOException {
    try {
      return new ProcessBuilder("node", "scripts/verify.mjs")
          .redirectErrorStream(true)
          .redirectOutput(log)
          .start();
    } catch (IOException e) {
      throw new AssertionError(
          "Node.js is needed to check the contracts: install it and put node on the PATH", e);
    }
  }

  private static String text(Path log) throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }
}
