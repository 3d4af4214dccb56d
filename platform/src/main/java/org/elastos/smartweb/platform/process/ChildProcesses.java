// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.elastos.smartweb.platform.PlatformException;
import org.elastos.smartweb.platform.state.PrivateDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts child processes and keeps a record of each, `<name>.process` with pid and start time, so
/// that what a crash leaves behind is found at the next start. Never touches a process that merely
/// got the same pid. The child writes its record itself before it becomes the program, so there is
/// no moment at which it runs unrecorded. Records and logs lie in one private directory that one
/// process owns. Not meant for several owners at once; its methods are thread-safe.
public final class ChildProcesses {
  private static final Logger LOG = LoggerFactory.getLogger(ChildProcesses.class);
  private static final String RECORD = ".process";
  private static final String LOG_FILE = ".log";
  private static final Duration RECORD_PATIENCE = Duration.ofSeconds(10);

  /// Writes pid, start time (field 22 of the process's own stat, whose name is `sh`) and boot,
  /// moves the record into place and becomes the program.
  private static final String RECORD_THEN_RUN =
      """
      record=$1
      shift
      set -- "$record" "$(cat /proc/$$/stat)" "$@"
      start=$(echo "$2" | cut -d' ' -f22)
      echo "$$ $start@$(cat /proc/sys/kernel/random/boot_id)" > "$record.new"
      mv "$record.new" "$record"
      shift 2
      exec "$@"
      """;

  private final Path directory;

  /// Holds the pipes to the children's inputs: a collected one would be closed.
  private final Map<String, Process> started = new ConcurrentHashMap<>();

  /// @param directory private; made when it is not there
  public ChildProcesses(Path directory) {
    this.directory = PrivateDirectory.create(directory);
  }

  /// Starts a child; returns when it is recorded, just before it becomes the program: one that
  /// cannot be run ends at once and says why in its log. Its output is appended to its log; its
  /// input is a pipe that ends when this process does, which [ParentWatch] uses.
  ///
  /// @throws PlatformException when a child of that name runs already or no process can be made
  public Child start(ChildSpec spec) {
    ProcessBuilder builder =
        new ProcessBuilder(spec.command())
            .directory(spec.directory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(spec.name()).toFile()));
    builder.environment().putAll(spec.environment());
    Process process = launch(spec.name(), builder);
    return new Child(spec.name(), process.toHandle(), record(spec.name()), log(spec.name()));
  }

  /// Starts a program as its builder says, under a record of this name, for callers that need the
  /// [Process] itself; returns when it is recorded.
  ///
  /// @throws PlatformException when a child of that name runs already or no process can be made
  public Process launch(String name, ProcessBuilder builder) {
    adopt(name)
        .ifPresent(running -> {
          throw new PlatformException("a child of this name runs already")
              .with("name", name)
              .with("pid", running.pid());
        });
    Path record = record(name);
    List<String> command = new ArrayList<>();
    command.addAll(List.of("/bin/sh", "-c", RECORD_THEN_RUN, "sh", record.toString()));
    command.addAll(builder.command());
    try {
      Files.deleteIfExists(record);
      Process process = builder.command(command).start();
      started.put(name, process);
      awaitRecord(name, process, record);
      LOG.atInfo()
          .addKeyValue("name", name)
          .addKeyValue("pid", process.pid())
          .log("Child process started");
      return process;
    } catch (IOException e) {
      throw new PlatformException("the child process cannot be started", e).with("name", name);
    }
  }

  /// The recorded child of that name, when it still runs.
  public Optional<Child> adopt(String name) {
    Path record = record(name);
    try {
      if (!Files.exists(record)) {
        return Optional.empty();
      }
      return ProcessIdentity.parse(Files.readString(record))
          .flatMap(ProcessIdentity::find)
          .map(process -> new Child(name, process, record, log(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All recorded children that still run.
  public List<Child> running() {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(RECORD))
          .sorted()
          .map(file -> file.substring(0, file.length() - RECORD.length()))
          .flatMap(name -> adopt(name).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends every recorded child that still runs, forgets the others, and returns the names of those
  /// that it ended.
  public List<String> endLeftovers(Duration deadline) {
    List<Child> left = running();
    for (Child child : left) {
      LOG.atWarn()
          .addKeyValue("name", child.name())
          .addKeyValue("pid", child.pid())
          .log("Ending a left-over child process");
      child.stop(deadline);
    }
    forgetTheDead();
    return left.stream().map(Child::name).toList();
  }

  private void forgetTheDead() {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(RECORD)).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitRecord(String name, Process process, Path record) {
    long deadline = System.nanoTime() + RECORD_PATIENCE.toNanos();
    while (!Files.exists(record)) {
      if (!process.isAlive() && !Files.exists(record)) {
        throw new PlatformException("the child process ended before it began")
            .with("name", name)
            .with("log", log(name));
      }
      if (System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new PlatformException("the child process was not recorded in time")
            .with("name", name);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  private Path record(String name) {
    return directory.resolve(name + RECORD);
  }

  private Path log(String name) {
    return directory.resolve(name + LOG_FILE);
  }
}
