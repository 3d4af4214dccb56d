// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.platform.PlatformException;

/// Runs a command to its end, at most for a given time. Its output goes through a file, never a
/// pipe: a daemon that it leaves behind would hold a pipe open. Stateless.
public final class ShortCommand {
  private static final int KEPT = 4_000;

  private ShortCommand() {}

  /// How a command ended: exit code and the end of what it printed.
  public record Outcome(int exitCode, String output) {
    public boolean succeeded() {
      return exitCode == 0;
    }
  }

  /// Runs the command with `environment` added to ours.
  ///
  /// @throws PlatformException when it cannot be started or does not end in time
  public static Outcome run(
      List<String> command, Map<String, String> environment, Duration deadline) {
    try {
      Path output = Files.createTempFile("smartweb-command", ".out");
      try {
        return run(command, environment, deadline, output);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new PlatformException("the command cannot be run", e).with("command", command.get(0));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("interrupted while a command ran", e)
          .with("command", command.get(0));
    }
  }

  private static Outcome run(
      List<String> command, Map<String, String> environment, Duration deadline, Path output)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new PlatformException("the command did not end in time")
            .with("command", command)
            .with("seconds", deadline.toSeconds())
            .with("output", tail(output));
      }
      return new Outcome(process.exitValue(), tail(output));
    } finally {
      process.destroyForcibly();
    }
  }

  private static String tail(Path output) throws IOException {
    String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
    return text.substring(Math.max(0, text.length() - KEPT));
  }
}
