// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "channel",
        "publish",
        "editions",
        "listings",
        "buy",
        "sell",
        "fetch",
        "play",
        "inspect",
        "cid",
        "capsule pack",
        "capsule sign",
        "capsule verify",
        "capsule inspect",
        "bench",
        "deploy",
        "ela decode",
        "ela address",
        "ela verify-header",
        "ela merkle-root",
        "ela sync",
        "ela status",
        "chain status"
      })
  void everyCommandSaysWhatItTakes(String command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    String[] args = (command + " --help").split(" ", -1);
    assertThat(SmartWebCommand.run(args, to, to)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("Usage: smartweb " + command)
        .contains("--json");
  }
}
