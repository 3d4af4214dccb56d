// SPDX-License-Identifier: MIT
package org.elastos.smartweb.acceptance.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A project with our launcher and with stand-ins for the tools that it calls: its `mvn` writes
/// when it begins and ends, waits while it is held, and fails, so that every launcher builds.
final class Project {
  private static final long PATIENCE_SECONDS = 60;
  private static final String MVN =
      """
      #!/bin/sh
      [ "$1" = --version ] && echo "Apache Maven 3.9.9" && exit 0
      echo begin >> "$PROJECT/builds"
      turns=0
      while [ -e "$PROJECT/hold" ] && [ $turns -lt 300 ]; do turns=$((turns + 1)); sleep 0.1; done
      sleep 0.1
      echo end >> "$PROJECT/builds"
      exit 1
      """;

  private final Path home;

  Project(Path home, Path launcher) throws IOException {
    this.home = home;
    Files.createDirectories(home);
    Files.copy(launcher, home.resolve("smartweb"));
    program("tools/mvn", MVN);
    program("tools/node", "#!/bin/sh\necho v22.0.0\n");
    program("tools/npm", "#!/bin/sh\necho 10.0.0\n");
    program("jdk/bin/java", "#!/bin/sh\nexit 0\n");
    program("jdk/bin/javac", "#!/bin/sh\nexit 0\n");
    Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    Files.writeString(home.resolve("pom.xml"), "<project/>\n");
  }

  Path home() {
    return home;
  }

  /// What the builds wrote so far.
  List<String> builds() throws IOException {
    Path log = home.resolve("builds");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  Process start(String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sh", home.resolve("smartweb").toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().put("PROJECT", home.toString());
    builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
    builder.environment().put("PATH", home.resolve("tools") + ":" + System.getenv("PATH"));
    return builder.redirectErrorStream(true).start();
  }

  /// Waits for the end and gives the exit code.
  static int end(Process process) throws Exception {
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertThat(ended).as("the launcher ends").isTrue();
    return process.exitValue();
  }

  private void program(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
