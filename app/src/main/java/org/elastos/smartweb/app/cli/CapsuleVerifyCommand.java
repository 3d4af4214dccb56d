// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.sandbox.CapsuleLoader;
import org.elastos.smartweb.sandbox.Host;
import org.elastos.smartweb.sandbox.LoadOutcome;
import org.elastos.smartweb.sandbox.LoadPolicy;
import org.elastos.smartweb.sandbox.audit.AuditLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `smartweb capsule verify FILE`: every stage of the loader, the capsule's own check included.
@Command(
    name = "verify",
    description = "Runs every check of the loader on a capsule, short of starting it.",
    mixinStandardHelpOptions = true)
final class CapsuleVerifyCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    byte[] bytes = CapsuleCommand.read(file);
    Host host = new Host(InstantSource.system(), new SecureRandom(), new AuditLog());
    return switch (new CapsuleLoader(host).load(bytes, LoadPolicy.standard())) {
      case LoadOutcome.Loaded _ -> {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("verified", true);
        facts.putAll(CapsuleReport.of(CapsuleReport.parsed(bytes)));
        common.output().result(facts, Workspaces.lines(facts));
        yield 0;
      }
      case LoadOutcome.Refused refused ->
          throw new CommandFailure(
              refused.code().code(),
              "the capsule may not run: " + refused.detail(),
              "get the capsule again from a source that you trust",
              Map.of("stage", refused.stage().name().toLowerCase(Locale.ROOT)));
    };
  }
}
