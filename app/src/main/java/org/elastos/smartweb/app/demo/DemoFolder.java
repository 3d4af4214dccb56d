// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Consumer;
import org.elastos.smartweb.app.stack.StatePaths;
import org.elastos.smartweb.platform.PlatformException;
import org.elastos.smartweb.platform.postgres.PostgresOptions;
import org.elastos.smartweb.platform.postgres.PostgresServer;
import org.elastos.smartweb.platform.process.ChildProcesses;
import org.elastos.smartweb.platform.state.PrivateDirectory;
import org.elastos.smartweb.platform.state.StateDirectory;

/// The demo's temporary folders. A mark tells one that a running or killed demo owns from one that
/// was kept on purpose; what a killed demo left running is ended by the next. Stateless.
final class DemoFolder {
  private static final String PREFIX = "smartweb-demo-";
  private static final String MARK = "running";
  private static final Duration STOP = Duration.ofSeconds(10);

  private DemoFolder() {}

  /// A fresh folder, after clearing away what killed demos left behind.
  static Path create(Consumer<String> progress) throws IOException {
    Path fresh = Files.createTempDirectory(PREFIX);
    Path parent = fresh.getParent();
    if (parent != null) {
      try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, PREFIX + "*")) {
        for (Path other : others) {
          if (Files.exists(other.resolve(MARK))) {
            clear(other, progress);
          }
        }
      }
    }
    Files.createFile(fresh.resolve(MARK));
    return fresh;
  }

  /// From now on the folder is somebody's to look at.
  static void keep(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(MARK));
  }

  private static void clear(Path folder, Consumer<String> progress) {
    StatePaths paths = new StatePaths(folder.resolve("state"));
    try (StateDirectory owned = StateDirectory.open(paths.root())) {
      new ChildProcesses(paths.processes()).endLeftovers(STOP);
      Path data = owned.root().resolve("postgres");
      if (Files.exists(data)) {
        // Starting it ends a server that was left over; closing ends it in order.
        PostgresServer.start(
                PostgresOptions.in(
                    data, StateDirectory.defaultCache(System.getenv()), new SecureRandom()))
            .close();
      }
    } catch (PlatformException e) {
      // Somebody runs it right now, or it is beyond repair: not ours to touch.
      return;
    }
    PrivateDirectory.delete(folder);
    progress.accept("cleared away what a killed demo left: " + folder);
  }
}
