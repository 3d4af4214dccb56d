// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.trade.ContainerReport;
import org.elastos.smartweb.ddrm.DdrmReader;
import org.elastos.smartweb.ddrm.DdrmRefusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `smartweb inspect FILE.ddrm`: what anybody can see of a container.
@Command(
    name = "inspect",
    description = "Shows what anybody can see of a .ddrm file, and checks that it is whole.",
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure("no_such_file", "there is no file " + file, "check the path");
    }
    return switch (DdrmReader.open(file)) {
      case DdrmReader.Opening.Refused(DdrmRefusal refusal) ->
          throw new CommandFailure(
              refusal.code(), "this is no sound .ddrm file", "get the file again");
      case DdrmReader.Opening.Opened(DdrmReader reader) -> {
        try (reader) {
          Map<String, Object> facts = ContainerReport.of(reader);
          common.output().result(facts, Workspaces.lines(facts));
          yield reader.isWhole() ? 0 : 1;
        }
      }
    };
  }
}
