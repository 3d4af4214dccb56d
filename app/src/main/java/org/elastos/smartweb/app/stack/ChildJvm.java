// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.platform.process.ChildSpec;

/// Starts one of our own main classes in a process of its own, with this process's JVM and class
/// path.
public final class ChildJvm {
  /// The main class of the `smartweb` command, which stands above this package.
  static final String OUR_COMMAND = "org.elastos.smartweb.app.Main";

  private static final List<String> OPTIONS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-XX:+UseSerialGC",
          "-Xmx256m");

  private ChildJvm() {}

  /// What to start.
  ///
  /// @param main name of the main class
  public static ChildSpec spec(String name, String main, List<String> arguments, Path directory) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    String cache = System.getProperty("smartweb.aot", "");
    if (!cache.isEmpty()) {
      command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Dsmartweb.aot=" + cache));
    }
    command.add("-Dsmartweb.root=" + System.getProperty("smartweb.root", "."));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    return new ChildSpec(name, command, Map.of(), directory);
  }
}
