// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.app.config.Setting;
import org.elastos.smartweb.app.config.Settings;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.crypto.SealedFile;
import org.junit.jupiter.api.Test;

class SealingTest {
  @Test
  void makesGuessingExpensiveUnlessToldThatThePasswordIsRandom() {
    assertThat(ServiceProcess.sealing(settings(Map.of()))).isEqualTo(SealedFile.Cost.STANDARD);
    assertThat(ServiceProcess.sealing(settings(Map.of(Setting.KEY_SEALING, "light"))))
        .isEqualTo(SealedFile.Cost.LIGHT);
  }

  @Test
  void refusesAnotherWord() {
    assertThatThrownBy(() -> ServiceProcess.sealing(settings(Map.of(Setting.KEY_SEALING, "none"))))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("key-sealing is neither standard nor light: none");
  }

  private static Settings settings(Map<Setting, String> flags) {
    return Settings.of(flags, Map.of(), Optional.empty());
  }
}
