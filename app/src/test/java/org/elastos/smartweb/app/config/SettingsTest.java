// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("SMARTWEB_HTTP_PORT", "2", "SMARTWEB_OWNER", "env", "PATH", "/bin");
  private static final Optional<String> FILE =
      Optional.of("http-port: 1\nowner: file\nchain-profile: esc\n");

  @Test
  void aFlagWinsOverEnvironmentOverFileOverDefault() {
    var settings = Settings.of(Map.of(Setting.HTTP_PORT, "3"), ENVIRONMENT, FILE);
    assertThat(settings.origin(Setting.HTTP_PORT))
        .isEqualTo(new Settings.Origin("3", "flag --http-port"));
    assertThat(settings.origin(Setting.OWNER))
        .isEqualTo(new Settings.Origin("env", "environment SMARTWEB_OWNER"));
    assertThat(settings.origin(Setting.CHAIN_PROFILE))
        .isEqualTo(new Settings.Origin("esc", "file"));
    assertThat(settings.origin(Setting.LOG_FORMAT))
        .isEqualTo(new Settings.Origin("text", "default"));
    assertThat(settings.number(Setting.HTTP_PORT)).isEqualTo(3);
  }

  @Test
  void refusesKeysThatNobodyKnows() {
    refused("unknown_setting", Map.of(), "htp-port: 1");
    refused("unknown_setting", Map.of("SMARTWEB_HTP_PORT", "1"), "");
    refused("bad_config_file", Map.of(), "a: [");
  }

  @Test
  void saysWhatIsMissingOrMistyped() {
    var settings = Settings.of(Map.of(Setting.HTTP_PORT, "x"), Map.of(), Optional.empty());
    assertThatThrownBy(() -> settings.required(Setting.COMMITTEE))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("committee is not set");
    assertThatThrownBy(() -> settings.number(Setting.HTTP_PORT))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("not a whole number");
  }

  private static void refused(String code, Map<String, String> environment, String file) {
    assertThatThrownBy(() -> Settings.of(Map.of(), environment, Optional.of(file)))
        .isInstanceOfSatisfying(
            CommandFailure.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }
}
