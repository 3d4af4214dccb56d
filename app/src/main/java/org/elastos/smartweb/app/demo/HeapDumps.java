// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.platform.process.Child;
import org.elastos.smartweb.platform.process.ShortCommand;

/// Writes the whole heaps of other JVMs, what is garbage already included. Stateless.
final class HeapDumps {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private HeapDumps() {}

  /// Dumps a process into a folder.
  static Path of(Child child, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(child.name() + ".hprof");
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    ShortCommand.Outcome outcome =
        ShortCommand.run(
            List.of(
                jcmd.toString(),
                Long.toString(child.pid()),
                "GC.heap_dump",
                "-all",
                file.toString()),
            Map.of(),
            PATIENCE);
    if (outcome.exitCode() != 0 || !Files.exists(file)) {
      throw new CommandFailure(
          "heap_dump_failed",
          "no heap dump of " + child.name() + ": " + outcome.output(),
          "run the demo on a whole JDK 25, which has jcmd");
    }
    return file;
  }
}
