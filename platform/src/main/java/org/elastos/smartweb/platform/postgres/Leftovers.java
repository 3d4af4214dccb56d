// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.elastos.smartweb.platform.PlatformException;
import org.elastos.smartweb.platform.process.ProcessIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends what an earlier owner of the data directory left running, and removes its stale pid file.
///
/// A left-over server is stopped in order and started anew rather than adopted as it runs: nobody
/// knows with which settings it was started, and committed data survives the restart. A process
/// counts as ours when it is the recorded one (pid and start time) or a `postgres` that runs in our
/// private data directory; any other process that got the same pid is left alone.
final class Leftovers {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Leftovers() {}

  static void end(Postmaster postmaster) {
    Path data = postmaster.data();
    OptionalLong pid = pidIn(data);
    if (pid.isPresent() && isOurs(postmaster, pid.getAsLong())) {
      LOG.atWarn().addKeyValue("pid", pid.getAsLong()).log("Stopping a left-over PostgreSQL");
      postmaster.stop();
    }
    // What a killed server leaves behind ends by itself; two servers on one directory would ruin
    // it.
    for (ProcessHandle process : runningIn(data)) {
      awaitEnd(process);
    }
    try {
      Files.deleteIfExists(pidFile(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The pid that the server wrote into its own pid file.
  static OptionalLong pidIn(Path data) {
    try {
      if (!Files.exists(pidFile(data))) {
        return OptionalLong.empty();
      }
      String first = Files.readAllLines(pidFile(data)).stream().findFirst().orElse("").strip();
      return first.matches("[0-9]{1,9}")
          ? OptionalLong.of(Long.parseLong(first))
          : OptionalLong.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(Postmaster postmaster, long pid) {
    return recorded(postmaster.record()).filter(handle -> handle.pid() == pid).isPresent()
        || runningIn(postmaster.data()).stream().anyMatch(handle -> handle.pid() == pid);
  }

  private static Optional<ProcessHandle> recorded(Path record) {
    try {
      return Files.exists(record)
          ? ProcessIdentity.parse(Files.readString(record)).flatMap(ProcessIdentity::find)
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The server's processes that run in the data directory.
  static List<ProcessHandle> runningIn(Path data) {
    return ProcessHandle.allProcesses().filter(process -> runsIn(process, data)).toList();
  }

  private static boolean runsIn(ProcessHandle process, Path data) {
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    try {
      return Files.readSymbolicLink(proc.resolve("cwd")).equals(data.toRealPath())
          && Files.readString(proc.resolve("comm")).strip().equals("postgres");
    } catch (IOException e) {
      // Ended meanwhile, or another user's: not ours.
      return false;
    }
  }

  private static void awaitEnd(ProcessHandle process) {
    CompletableFuture<ProcessHandle> end = process.onExit();
    try {
      end.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
    } catch (ExecutionException e) {
      throw new PlatformException("a left-over process cannot be watched", e)
          .with("pid", process.pid());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("interrupted while a left-over process ended", e);
    }
  }

  private static Path pidFile(Path data) {
    return data.resolve("postmaster.pid");
  }
}
