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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SolidityIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @Test
  @Timeout(value = 6, unit = TimeUnit.MINUTES)
  void committedCodeIsFreshAndForgeTestsPass() throws Exception {
    run("solidity.log");
  }

  /// What the lock file pins, without the checks.
  static void installPackages() throws Exception {
    run("packages.log", "--packages-only");
  }

  private static void run(String logName, String... arguments) throws Exception {
    Path log = Path.of("target", logName);
    Files.createDirectories(log.toAbsolutePath().getParent());
    Process process = start(log.toFile(), arguments);
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      fail("the contracts' checks took longer than %s:%n%s".formatted(LIMIT, text(log)));
    }
    assertThat(process.exitValue()).as(text(log)).isZero();
  }

  private static Process start(File log, String... arguments) {
    try {
      List<String> command = new ArrayList<>(List.of("node", "scripts/verify.mjs"));
      command.addAll(List.of(arguments));
      return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    } catch (IOException e) {
      throw new AssertionError(
          "Node.js is needed to check the contracts: install it and put node on the PATH", e);
    }
  }

  private static String text(Path log) throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }
}
