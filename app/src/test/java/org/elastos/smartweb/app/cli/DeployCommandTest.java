// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
class DeployCommandTest {
  /// The modules, the implementation that names them, and the factory that names it.
  private static final List<String> CHANNELS =
      List.of(
          "channel-trade",
          "channel-office",
          "channel-gasless",
          "channel-views",
          "channel",
          "factory");

  @TempDir private Path folder;

  @Test
  void plansTheSameAddressesEveryTimeWithoutAskingAChain() {
    Ran first = Ran.json("deploy", "--network", "base", "--plan");
    assertThat(first.code()).isZero();
    assertThat(first.json().path("chainId").asLong()).isEqualTo(8453);
    assertThat(first.json().path("contracts")).hasSize(CHANNELS.size());
    assertThat(first.json().at("/contracts/0/address").asText()).matches("0x[0-9a-f]{40}");
    assertThat(Ran.json("deploy", "--network", "base", "--plan").json()).isEqualTo(first.json());
  }

  @Test
  void plansDevelopmentMoneyOnADevelopmentChainOnly() {
    assertThat(Ran.json("deploy", "--network", "development", "--plan").json().path("contracts"))
        .extracting(one -> one.path("name").asText())
        .containsExactlyElementsOf(Stream.concat(Stream.of("usd"), CHANNELS.stream()).toList());
    assertThat(Ran.json("deploy", "--network", "esc", "--plan").json().path("contracts"))
        .extracting(one -> one.path("name").asText())
        .containsExactlyElementsOf(CHANNELS);
  }

  @Test
  void spendsNoRealMoneyWithoutBeingToldTwice() {
    Ran ran = Ran.json("deploy", "--network", "esc", "--apply");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.error()).isEqualTo("confirmation_missing");
  }

  @Test
  void saysWhatIsMissing() {
    String state = folder.toString();
    assertThat(Ran.json("deploy", "--network", "mars", "--plan").error())
        .isEqualTo("unknown_chain_profile");
    assertThat(Ran.json("deploy", "--network", "esc", "--verify", "--state-dir", state).error())
        .isEqualTo("not_deployed");
    assertThat(
            Ran.json("deploy", "--network", "esc", "--apply", "--yes", "--state-dir", state)
                .error())
        .isEqualTo("setting_missing");
    assertThat(
            Ran.json(
                    "deploy",
                    "--network",
                    "esc",
                    "--apply",
                    "--yes",
                    "--rpc",
                    "http://127.0.0.1:1,http://127.0.0.1:2",
                    "--state-dir",
                    state)
                .error())
        .isEqualTo("sources_on_one_host");
  }
}
