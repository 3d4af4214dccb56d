// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet;

import java.nio.file.Path;
import java.time.Duration;

/// How the development chain is started.
///
/// @param binary the native anvil program
/// @param directory where the state file and the log lie; created when missing
/// @param port the loopback port
/// @param patience how long the start and the stop may take, each
public record AnvilSettings(Path binary, Path directory, int port, Duration patience) {
  /// The binary's place below an npm project that pins `@foundry-rs/anvil` (Linux on amd64).
  public static Path binaryIn(Path npmProject) {
    return npmProject.resolve("node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil");
  }

  /// Default patience: 20 s.
  public static AnvilSettings of(Path binary, Path directory, int port) {
    return new AnvilSettings(binary, directory, port, Duration.ofSeconds(20));
  }

  Path stateFile() {
    return directory.resolve("chain.json");
  }

  Path log() {
    return directory.resolve("anvil.log");
  }
}
