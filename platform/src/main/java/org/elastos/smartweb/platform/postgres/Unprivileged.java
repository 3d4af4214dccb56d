// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.platform.PlatformException;
import org.elastos.smartweb.platform.process.ShortCommand;
import org.elastos.smartweb.platform.process.ShortCommand.Outcome;

/// How to run PostgreSQL, which refuses root. An ordinary user runs it as it is. Root runs it in a
/// user namespace without mapping: the server sees itself and its files as nobody's, while outside
/// they stay root's. Another user is no way out: it could not enter our private directories.
final class Unprivileged {
  static final List<String> AS_IS = List.of();
  static final List<String> NAMESPACE = List.of("unshare", "--user");
  private static final Duration PROBE = Duration.ofSeconds(10);

  private final List<String> prefix;

  private Unprivileged(List<String> prefix) {
    this.prefix = prefix;
  }

  /// Chooses the first of the ways that works for this program and this directory.
  static Unprivileged choose(Binaries binaries, Path directory, List<List<String>> ways) {
    List<String> tried = new ArrayList<>();
    for (List<String> way : ways) {
      Unprivileged candidate = new Unprivileged(way);
      Outcome probe = candidate.probe(binaries, directory);
      if (probe.succeeded()) {
        return candidate;
      }
      tried.add((way.isEmpty() ? "as it is" : String.join(" ", way)) + ": " + probe.output());
    }
    throw new PlatformException(
            "PostgreSQL refuses to run as root and a user namespace cannot be made here; run"
                + " SmartWeb as an ordinary user, allow user namespaces, or use a PostgreSQL"
                + " server of your own")
        .with("tried", tried);
  }

  List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(program);
    command.addAll(arguments);
    return command;
  }

  /// Succeeds when the process is not root, can write the directory and can run the server program.
  private Outcome probe(Binaries binaries, Path directory) {
    String script =
        """
        if [ "$(id -u)" -eq 0 ]; then echo 'this is root'; exit 1; fi
        if [ ! -w "$1" ]; then echo 'the directory cannot be written'; exit 1; fi
        exec "$2" -V
        """;
    List<String> arguments =
        List.of("-c", script, "probe", directory.toString(), binaries.program("postgres"));
    try {
      return ShortCommand.run(command("sh", arguments), Map.of(), PROBE);
    } catch (PlatformException e) {
      return new Outcome(1, e.getMessage());
    }
  }
}
