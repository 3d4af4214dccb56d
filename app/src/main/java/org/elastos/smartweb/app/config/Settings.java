// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.app.outcome.CommandFailure;

/// The settings of one run, each with its origin: flag over environment over file over default. An
/// unknown key is an error, wherever it stands. Immutable.
public final class Settings {
  /// A value and where it came from, such as `flag --state-dir` or `default`.
  public record Origin(String value, String from) {}

  /// Read by the launcher, before there is a JVM.
  private static final String LAUNCHER_VARIABLE = "SMARTWEB_JAVA_OPTS";

  private final Map<Setting, Origin> values;

  private Settings(Map<Setting, Origin> values) {
    this.values = values;
  }

  /// Joins the four sources.
  ///
  /// @param flags values by setting, as given on the command line
  /// @param environment all environment variables
  /// @param file the text of a YAML file, if there is one
  public static Settings of(
      Map<Setting, String> flags, Map<String, String> environment, Optional<String> file) {
    Map<Setting, Origin> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      values.put(setting, new Origin(setting.byDefault(), "default"));
    }
    file.ifPresent(text -> readFile(text, values));
    environment.forEach((name, value) -> readVariable(name, value, values));
    flags.forEach((setting, v) -> values.put(setting, new Origin(v, "flag --" + setting.key())));
    return new Settings(values);
  }

  /// The value of a setting.
  public String get(Setting setting) {
    return origin(setting).value();
  }

  /// The value of a setting and where it came from.
  public Origin origin(Setting setting) {
    Origin origin = values.get(setting);
    if (origin == null) {
      throw new IllegalStateException("a setting without a value");
    }
    return origin;
  }

  /// The value, which must be there.
  public String required(Setting setting) {
    String value = get(setting);
    if (value.isEmpty()) {
      throw new CommandFailure(
          "setting_missing",
          setting.key() + " is not set: " + setting.meaning(),
          "give it in the file of --config or as " + setting.variable());
    }
    return value;
  }

  /// The value as a whole number.
  public long number(Setting setting) {
    try {
      return Long.parseLong(get(setting));
    } catch (NumberFormatException e) {
      throw new CommandFailure(
          "bad_setting",
          setting.key() + " is not a whole number: " + get(setting),
          "correct it (" + origin(setting).from() + ")");
    }
  }

  /// The value as yes or no.
  public boolean flag(Setting setting) {
    return switch (get(setting)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new CommandFailure(
              "bad_setting",
              setting.key() + " is neither true nor false: " + get(setting),
              "correct it (" + origin(setting).from() + ")");
    };
  }

  private static void readFile(String text, Map<Setting, Origin> values) {
    try {
      JsonNode root = new YAMLMapper().readTree(text);
      root.properties()
          .forEach(entry ->
              values.put(
                  known(entry.getKey(), "the configuration file"),
                  new Origin(entry.getValue().asText(), "file")));
    } catch (JsonProcessingException e) {
      throw new CommandFailure(
          "bad_config_file",
          "the configuration file is not YAML: " + e.getOriginalMessage(),
          "correct the file");
    }
  }

  private static void readVariable(String name, String value, Map<Setting, Origin> values) {
    if (!name.startsWith("SMARTWEB_") || name.equals(LAUNCHER_VARIABLE)) {
      return;
    }
    Setting setting =
        Arrays.stream(Setting.values())
            .filter(one -> one.variable().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(name, "the environment"));
    values.put(setting, new Origin(value, "environment " + name));
  }

  private static Setting known(String key, String where) {
    return Setting.named(key).orElseThrow(() -> unknown(key, where));
  }

  private static CommandFailure unknown(String key, String where) {
    return new CommandFailure(
        "unknown_setting",
        "there is no setting " + key + " (in " + where + ")",
        "./smartweb config show lists them all");
  }
}
