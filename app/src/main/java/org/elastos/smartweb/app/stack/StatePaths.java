// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.stack;

import java.nio.file.Path;
import java.util.Map;
import org.elastos.smartweb.app.config.Setting;
import org.elastos.smartweb.app.config.Settings;
import org.elastos.smartweb.platform.state.StateDirectory;

/// Where what lasts is kept below the state directory.
public record StatePaths(Path root) {
  /// The folder that the settings name; by default `$XDG_STATE_HOME/smartweb`, or
  /// `~/.local/state/smartweb`.
  public static StatePaths of(Settings settings, Map<String, String> environment) {
    String chosen = settings.get(Setting.STATE_DIR);
    if (!chosen.isEmpty()) {
      return new StatePaths(Path.of(chosen).toAbsolutePath().normalize());
    }
    return new StatePaths(StateDirectory.defaultPath(environment));
  }

  /// Where the running stack is, for the other commands.
  public Path stackFile() {
    return root.resolve("stack.json");
  }

  /// The ports that were used last, so that addresses survive a restart.
  Path portsFile() {
    return root.resolve("ports.json");
  }

  /// The database server.
  public Path postgres() {
    return root.resolve("postgres");
  }

  /// The development chain.
  Path chain() {
    return root.resolve("chain");
  }

  /// The committee that homes and creators trust.
  public Path committeeFile() {
    return root.resolve("committee.json");
  }

  /// Records and logs of child processes.
  public Path processes() {
    return root.resolve("processes");
  }

  /// Wallets and their passwords.
  public Path wallets() {
    return root.resolve("wallets");
  }

  /// What one service keeps: keys, files, its configuration.
  public Path service(String name) {
    return root.resolve("services").resolve(name);
  }

  /// Works before they are handed to a home.
  public Path works() {
    return root.resolve("works");
  }
}
