// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.platform.process.ChildSpec;

/// Starts one of our own main classes in a process of its own, with this process's JVM and class
/// path.
final class ChildJvm {
  /// The main class of the `smartweb` command, which stands above this package.
  static final String OUR_COMMAND = "org.elastos.smartweb.app.Main";

  private static final List<String> OPTIONS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-XX:+UseSerialGC",
          "-Xmx256m");

  /// Nine of them start on a developer's two cores, and most compute little: for these the
  /// optimising compiler costs a quarter of the start and never earns it.
  private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

  private ChildJvm() {}

  /// What a child runs.
  ///
  /// @param main name of the main class
  /// @param computes whether it computes much, such as the decoder in a home
  record Program(String main, List<String> arguments, boolean computes) {
    Program {
      arguments = List.copyOf(arguments);
    }
  }

  /// What to start.
  static ChildSpec spec(String name, Program program, Path directory) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    if (!program.computes) {
      command.add(QUICK_COMPILER);
    }
    String cache = System.getProperty("smartweb.aot", "");
    if (!cache.isEmpty()) {
      command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Dsmartweb.aot=" + cache));
    }
    command.add("-Dsmartweb.root=" + System.getProperty("smartweb.root", "."));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.main));
    command.addAll(program.arguments);
    return new ChildSpec(name, command, Map.of(), directory);
  }
}
