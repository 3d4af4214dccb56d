// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `smartweb capsule inspect FILE`: the manifest.
@Command(
    name = "inspect",
    description = "Shows a capsule's manifest. Says nothing about whether it may run.",
    mixinStandardHelpOptions = true)
final class CapsuleInspectCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    Map<String, Object> facts = CapsuleReport.of(CapsuleReport.parsed(CapsuleCommand.read(file)));
    common.output().result(facts, Workspaces.lines(facts));
    return 0;
  }
}
