// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.elastos.smartweb.app.outcome.CommandFailure;
import picocli.CommandLine.Command;

/// `smartweb capsule`: what developers of capsules do.
@Command(
    name = "capsule",
    description = "Packs, signs, verifies and shows capsules.",
    mixinStandardHelpOptions = true,
    subcommands = {
      CapsulePackCommand.class,
      CapsuleSignCommand.class,
      CapsuleVerifyCommand.class,
      CapsuleInspectCommand.class
    })
final class CapsuleCommand {
  static final int MOST_BYTES = 64 << 20;

  CapsuleCommand() {}

  /// Reads a file that may be as large as a bundle.
  static byte[] read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure("no_such_file", "there is no file " + file, "check the path");
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new CommandFailure(
          "bundle_too_large", "the file is larger than any bundle: " + file, "check the path");
    }
    return Files.readAllBytes(file);
  }
}
