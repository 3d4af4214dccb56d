// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.app.config.Setting;
import org.elastos.smartweb.app.config.Settings;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Output;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that every command takes.
final class CommonOptions {
  @Option(names = "--json", description = "print one JSON object instead of text")
  private boolean json;

  @Option(
      names = "--state-dir",
      paramLabel = "DIR",
      description = "where everything that lasts is kept (default: $XDG_STATE_HOME/smartweb)")
  private @Nullable String stateDir;

  @Option(names = "--config", paramLabel = "FILE", description = "a YAML file with settings")
  private @Nullable Path config;

  Output output() {
    return new Output(System.out, System.err, json);
  }

  /// The settings of this run: flags over environment over file over defaults.
  Settings settings() {
    return settings(Map.of());
  }

  /// The same with what a command's own flags say.
  Settings settings(Map<Setting, String> more) {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    flags.putAll(more);
    if (stateDir != null) {
      flags.put(Setting.STATE_DIR, stateDir);
    }
    return Settings.of(
        flags, System.getenv(), Optional.ofNullable(config).map(CommonOptions::read));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CommandFailure(
          "config_file_unreadable", "cannot read " + file, "check the path given with --config");
    }
  }
}
