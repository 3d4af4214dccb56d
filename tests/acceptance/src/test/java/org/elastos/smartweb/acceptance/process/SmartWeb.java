// SPDX-License-Identifier: MIT
package org.elastos.smartweb.acceptance.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The `smartweb` command of this build, started from the jars that the build made, on a state
/// directory of its own. Thread-safe.
public final class SmartWeb {
  static final String MAIN = "org.elastos.smartweb.app.Main";
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path folder;
  private final AtomicInteger started = new AtomicInteger();

  private SmartWeb(Path folder) {
    this.folder = folder;
  }

  /// A fresh one that keeps everything in this folder.
  public static SmartWeb in(Path folder) throws Exception {
    Files.createDirectories(folder.resolve("tmp"));
    Distribution.rehearse(folder.resolve("rehearsal.log"));
    return new SmartWeb(folder);
  }

  /// Where everything that lasts is kept.
  public Path stateDir() {
    return folder.resolve("state");
  }

  /// Runs a command on the state directory to its end.
  public Answer run(String... arguments) throws InterruptedException {
    return answer(onState(List.of(arguments)));
  }

  /// Runs the demo, which has a state of its own, to its end.
  public Answer demo(String... arguments) throws InterruptedException {
    Distribution.installOracle(folder.resolve("npm.log"));
    List<String> all = new ArrayList<>(List.of("demo", "--json"));
    all.addAll(List.of(arguments));
    return answer(all);
  }

  /// Starts `up` and waits until it says that everything runs.
  public Up up() throws InterruptedException {
    Started up = start(onState(List.of("up")));
    return Up.awaitReady(up.process, up.out, up.err);
  }

  private Answer answer(List<String> arguments) throws InterruptedException {
    Started command = start(arguments);
    String line = String.join(" ", arguments);
    if (!command.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      command.process.descendants().forEach(ProcessHandle::destroyForcibly);
      command.process.destroyForcibly();
      throw new AssertionError(line + " hangs: " + text(command.err));
    }
    return new Answer(
        line, command.process.exitValue(), json(text(command.out)), text(command.err));
  }

  private List<String> onState(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--json", "--state-dir", stateDir().toString()));
    return all;
  }

  private record Started(Process process, Path out, Path err) {}

  private Started start(List<String> arguments) {
    String name = "%02d-%s".formatted(started.incrementAndGet(), arguments.getFirst());
    Path out = folder.resolve(name + ".out");
    Path err = folder.resolve(name + ".err");
    List<String> command = Distribution.command();
    command.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
    command.addAll(List.of("-cp", Distribution.classPath(), MAIN));
    command.addAll(arguments);
    try {
      return new Started(
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start(),
          out,
          err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError("not one JSON object: " + text, e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
