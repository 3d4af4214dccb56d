// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.platform.process.Child;
import org.elastos.smartweb.platform.process.ShortCommand;

/// Writes the whole heaps of other JVMs, what is garbage already included. Stateless.
final class HeapDumps {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private HeapDumps() {}

  /// Dumps processes into a folder, as many at a time as there are processors.
  static List<Path> of(List<Child> children, Path folder) throws InterruptedException {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Callable<Path>> dumps =
          children.stream()
              .<Callable<Path>>map(child -> () -> of(child.name(), child.pid(), folder))
              .toList();
      return threads.invokeAll(dumps).stream().map(HeapDumps::done).toList();
    }
  }

  /// Dumps this very process.
  static Path ofThis(Path folder) throws IOException {
    return of("demo", ProcessHandle.current().pid(), folder);
  }

  /// What a task that is over made, or what it failed with.
  static <T> T done(Future<T> dump) {
    if (dump.state() == Future.State.SUCCESS) {
      return dump.resultNow();
    }
    if (dump.exceptionNow() instanceof RuntimeException failure) {
      throw failure;
    }
    throw new IllegalStateException("a heap dump failed", dump.exceptionNow());
  }

  private static Path of(String name, long pid, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name + ".hprof");
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    ShortCommand.Outcome outcome =
        ShortCommand.run(
            List.of(jcmd.toString(), Long.toString(pid), "GC.heap_dump", "-all", file.toString()),
            Map.of(),
            PATIENCE);
    if (outcome.exitCode() != 0 || !Files.exists(file)) {
      throw new CommandFailure(
          "heap_dump_failed",
          "no heap dump of " + name + ": " + outcome.output(),
          "run the demo on a whole JDK 25, which has jcmd");
    }
    return file;
  }
}
