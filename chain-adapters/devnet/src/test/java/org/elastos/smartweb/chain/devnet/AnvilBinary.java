// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Finds anvil for tests: the system property `smartweb.anvil`, else the contracts project's npm
/// packages, which are installed when they are missing.
public final class AnvilBinary {
  private AnvilBinary() {}

  /// The program's path.
  public static Path find() {
    String given = System.getProperty("smartweb.anvil");
    if (given != null) {
      return Path.of(given);
    }
    Path contracts = repository().resolve("contracts");
    Path binary = AnvilSettings.binaryIn(contracts);
    if (!Files.isExecutable(binary)) {
      install(contracts);
    }
    return binary;
  }

  private static Path repository() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.exists(at.resolve("chain-adapters/devnet/pom.xml"))) {
      at = at.getParent();
    }
    if (at == null) {
      throw new IllegalStateException("run the tests inside the repository");
    }
    return at;
  }

  private static void install(Path contracts) {
    try {
      Process npm =
          new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
              .directory(contracts.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!npm.waitFor(2, TimeUnit.MINUTES) || npm.exitValue() != 0) {
        npm.destroyForcibly();
        throw new IllegalStateException("npm ci failed in " + contracts);
      }
    } catch (IOException e) {
      throw new IllegalStateException("npm is needed to install anvil", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
