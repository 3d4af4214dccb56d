// SPDX-License-Identifier: MIT
package org.elastos.smartweb.acceptance.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The jars that this build made, and the record of what a start loads, as the launcher would make
/// it. Stateless.
final class Distribution {
  private static final long SECONDS = 180;
  private static final List<String> OPTIONS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-XX:+UseSerialGC");

  private Distribution() {}

  /// The project's root folder.
  static Path root() {
    return Path.of(System.getProperty("smartweb.root")).toAbsolutePath().normalize();
  }

  /// The start of a command line that runs the `smartweb` command.
  static List<String> command() {
    Path record = record();
    List<String> command = java();
    if (Files.exists(record)) {
      command.add("-XX:AOTCache=" + record);
      command.add("-Xlog:aot*=off");
      command.add("-Dsmartweb.aot=" + record);
    }
    return command;
  }

  /// Rehearses a start once a build: the many starts that follow take half the time.
  static synchronized void rehearse(Path log) throws InterruptedException {
    Path record = record();
    if (isNewerThanJars(record)) {
      return;
    }
    Path fresh = record.resolveSibling("smartweb.aot.new");
    List<String> command = java();
    command.addAll(List.of("-XX:AOTCacheOutput=" + fresh, "-Xlog:aot*=off"));
    command.addAll(List.of("-cp", classPath(), SmartWeb.MAIN, "rehearse"));
    runToEnd(new ProcessBuilder(command), log);
    try {
      Files.move(fresh, record, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Installs the independent decoder that the demo compares with, as the launcher would.
  static synchronized void installOracle(Path log) throws InterruptedException {
    Path oracle = root().resolve("app/oracle");
    if (!Files.exists(oracle.resolve("node_modules"))) {
      runToEnd(
          new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
              .directory(oracle.toFile()),
          log);
    }
  }

  private static void runToEnd(ProcessBuilder builder, Path log) throws InterruptedException {
    try {
      Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError(builder.command() + " hangs: " + Files.readString(log));
      }
      if (process.exitValue() != 0) {
        throw new AssertionError(builder.command() + " failed: " + Files.readString(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isNewerThanJars(Path record) {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(jars(), "*.jar")) {
      for (Path jar : jars) {
        if (!Files.exists(record)
            || Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(record)) > 0) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String classPath() {
    return jars() + "/*";
  }

  /// Beside the jars that it belongs to.
  private static Path record() {
    return jars().resolve("smartweb.aot");
  }

  private static Path jars() {
    return Path.of(System.getProperty("smartweb.dist")).toAbsolutePath().normalize();
  }

  private static List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.add("-Dsmartweb.root=" + root());
    return command;
  }
}
