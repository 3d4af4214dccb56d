// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.stack.Rehearsal;
import org.elastos.smartweb.app.stack.StatePaths;
import org.elastos.smartweb.platform.log.LogFormat;
import org.elastos.smartweb.platform.log.Logging;
import org.elastos.smartweb.platform.state.PrivateDirectory;
import org.elastos.smartweb.platform.state.StateDirectory;
import picocli.CommandLine.Command;

/// `smartweb rehearse`: what the launcher runs once after a build, so that later starts are quick.
@Command(
    name = "rehearse",
    hidden = true,
    description = "Starts each service once, for the launcher.")
final class RehearseCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    Logging.configure(LogFormat.TEXT, "WARN", System.err);
    Path folder = Files.createTempDirectory("smartweb-rehearsal-");
    try {
      Rehearsal.run(
          new StatePaths(folder.resolve("state")),
          Path.of(System.getProperty("smartweb.root", ".")),
          StateDirectory.defaultCache(System.getenv()));
    } finally {
      PrivateDirectory.delete(folder);
    }
    return 0;
  }
}
