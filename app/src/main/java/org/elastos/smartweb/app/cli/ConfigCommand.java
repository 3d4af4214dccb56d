// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.config.Setting;
import org.elastos.smartweb.app.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `smartweb config show`: the settings of a run.
@Command(
    name = "config",
    description = "Shows the settings.",
    mixinStandardHelpOptions = true,
    subcommands = ConfigCommand.Show.class)
final class ConfigCommand {
  @Command(
      name = "show",
      description = "Shows every setting with its value.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {
    @Mixin private CommonOptions common = new CommonOptions();

    @Option(names = "--origin", description = "also say where each value came from")
    private boolean origin;

    @Override
    public Integer call() {
      Settings settings = common.settings();
      Map<String, Object> object = new LinkedHashMap<>();
      StringJoiner text = new StringJoiner("\n");
      for (Setting setting : Setting.values()) {
        Settings.Origin value = settings.origin(setting);
        object.put(
            setting.key(),
            origin ? Map.of("value", value.value(), "origin", value.from()) : value.value());
        text.add(
            String.format(Locale.ROOT, "%-24s %s", setting.key(), value.value())
                + (origin ? "   (" + value.from() + ")" : ""));
      }
      common.output().result(object, text.toString());
      return 0;
    }
  }
}
