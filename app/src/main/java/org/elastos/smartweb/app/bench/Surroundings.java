// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Where and on what a bench ran: numbers without them mean nothing.
///
/// @param machine system, processor, cores and JVM
/// @param commit the commit of the sources, marked when files were changed since; `unknown` outside
///   a work tree
public record Surroundings(String machine, String commit) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final long GIT_SECONDS = 10;

  /// This machine, and the sources in this folder.
  public static Surroundings of(Path projectRoot) throws InterruptedException {
    String machine =
        String.join(
            ", ",
            System.getProperty("os.name") + " " + System.getProperty("os.arch"),
            processor(),
            Runtime.getRuntime().availableProcessors() + " cores",
            "JVM " + Runtime.version());
    return new Surroundings(machine, commit(projectRoot));
  }

  private static String processor() {
    try {
      return Files.readAllLines(CPU_INFO).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown processor");
    } catch (IOException e) {
      return "unknown processor";
    }
  }

  private static String commit(Path root) throws InterruptedException {
    String head = git(root, "rev-parse", "HEAD");
    if (head.isEmpty()) {
      return "unknown";
    }
    return git(root, "status", "--porcelain", "--untracked-files=no").isEmpty()
        ? head
        : head + "+changes";
  }

  /// What git prints, or nothing when it cannot say.
  private static String git(Path root, String... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(GIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "";
      }
      return process.exitValue() == 0 ? said.strip() : "";
    } catch (IOException e) {
      return "";
    }
  }
}
