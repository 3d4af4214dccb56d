// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.elastos.smartweb.platform.PlatformException;

/// A recorded child process that runs, or ran. Thread-safe.
public final class Child {
  private static final Duration KILL_PATIENCE = Duration.ofSeconds(5);

  private final String name;
  private final ProcessHandle process;
  private final Path record;
  private final Path log;

  Child(String name, ProcessHandle process, Path record, Path log) {
    this.name = name;
    this.process = process;
    this.record = record;
    this.log = log;
  }

  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  /// The file that takes what the child prints.
  public Path log() {
    return log;
  }

  public boolean isAlive() {
    return ProcessIdentity.of(process).isPresent();
  }

  /// Completes when the process has ended.
  public CompletableFuture<Child> onExit() {
    return process.onExit().thenApply(ended -> this);
  }

  /// Asks the child and everything below it to end, ends them by force after the deadline, and
  /// forgets them. Returns true when all ended by themselves. Calling again changes nothing.
  public boolean stop(Duration deadline) {
    List<ProcessHandle> all = Stream.concat(Stream.of(process), process.descendants()).toList();
    all.forEach(ProcessHandle::destroy);
    boolean inOrder = awaitEnd(all, deadline);
    if (!inOrder) {
      all.forEach(ProcessHandle::destroyForcibly);
      if (!awaitEnd(all, KILL_PATIENCE)) {
        throw new PlatformException("the child cannot be ended")
            .with("name", name)
            .with("pid", pid());
      }
    }
    forget();
    return inOrder;
  }

  /// Ends the child at once, without asking: for tests and for what must stop now.
  public void kill() {
    process.destroyForcibly();
    stop(KILL_PATIENCE);
  }

  private void forget() {
    try {
      Files.deleteIfExists(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean awaitEnd(List<ProcessHandle> processes, Duration deadline) {
    CompletableFuture<?>[] ends =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(deadline.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return processes.stream().allMatch(process -> ProcessIdentity.of(process).isEmpty());
    } catch (ExecutionException e) {
      throw new PlatformException("a child process cannot be watched", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("interrupted while a child process ended", e);
    }
  }
}
