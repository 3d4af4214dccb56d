// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.trade.DeveloperKey;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `smartweb capsule sign FILE`: adds a developer's signature.
@Command(
    name = "sign",
    description = "Adds a developer's signature to a capsule.",
    mixinStandardHelpOptions = true)
final class CapsuleSignCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "the developer's Ed25519 seed in hexadecimal digits, mode 0600")
  private Path key = Path.of("");

  @Option(names = "--out", paramLabel = "FILE", description = "default: the same file")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Bundle bundle = CapsuleReport.parsed(CapsuleCommand.read(file));
    try (SecretBytes seed = DeveloperKey.read(key)) {
      Bundle signed = bundle.sign(seed);
      Files.write(out == null ? file : out, signed.encode());
      Map<String, Object> facts = CapsuleReport.of(signed);
      common.output().result(facts, Workspaces.lines(facts));
    }
    return 0;
  }
}
