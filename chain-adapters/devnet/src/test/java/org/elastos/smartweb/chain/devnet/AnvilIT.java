// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.chain.EvmAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnvilIT {
  private static final EvmAddress SOMEBODY = EvmAddress.fromHex("5a".repeat(20));

  @TempDir private Path directory;

  @Test
  void goesOnWithTheChainAfterAKillAndAfterAnOrderlyStop() throws Exception {
    long height;
    Anvil first = start();
    try (first) {
      first.fund(List.of(SOMEBODY), BigInteger.TEN);
      height = rpc(first).height("latest");
      awaitGoodCopyOf(height);
      first.process().destroyForcibly();
      first.process().onExit().get(10, TimeUnit.SECONDS);
    }
    Files.write(directory.resolve("chain.json"), new byte[] {'{'});
    try (Anvil second = start()) {
      assertThat(rpc(second).height("finalized")).isGreaterThanOrEqualTo(height);
      assertThat(balance(second, "finalized")).isEqualTo("0xa");
      second.fund(List.of(SOMEBODY), BigInteger.TWO);
    }
    try (Anvil third = start()) {
      assertThat(balance(third, "latest")).isEqualTo("0xc");
      assertThat(rpc(third).height("latest")).isGreaterThan(height);
    }
  }

  @Test
  void refusesATakenPortAndAMissingProgram() {
    int taken = SharedAnvil.get().url().getPort();
    AnvilSettings onTaken = AnvilSettings.of(AnvilBinary.find(), directory, taken);
    assertThatThrownBy(() -> Anvil.start(onTaken, ChildLauncher.plain()))
        .isInstanceOf(DevnetException.class)
        .hasMessageContaining("port is taken");
    AnvilSettings missing = AnvilSettings.of(directory.resolve("anvil"), directory, 1);
    assertThatThrownBy(() -> Anvil.start(missing, ChildLauncher.plain()))
        .isInstanceOf(DevnetException.class)
        .hasMessageContaining("npm");
  }

  @Test
  void saysWhereTheLogIsWhenTheProcessEndsAtOnce() throws IOException {
    Path broken = Files.writeString(directory.resolve("broken"), "#!/bin/sh\nexit 3\n");
    assertThat(broken.toFile().setExecutable(true)).isTrue();
    AnvilSettings settings = AnvilSettings.of(broken, directory, SharedAnvil.freePort());
    assertThatThrownBy(() -> Anvil.start(settings, ChildLauncher.plain()))
        .isInstanceOfSatisfying(
            DevnetException.class, e -> assertThat(e.values()).containsKey("log"));
  }

  @Test
  void listsTheRichAccounts() throws IOException {
    for (EvmAddress account : Anvil.accounts()) {
      String nonce =
          rpc(SharedAnvil.get()).text("eth_getBalance", "[\"" + account + "\",\"latest\"]");
      assertThat(nonce).hasSizeGreaterThan(10);
    }
  }

  private Anvil start() {
    return Anvil.start(
        AnvilSettings.of(AnvilBinary.find(), directory, SharedAnvil.freePort()),
        ChildLauncher.plain());
  }

  private static AnvilRpc rpc(Anvil anvil) {
    return new AnvilRpc(anvil.url());
  }

  private static String balance(Anvil anvil, String tag) throws IOException {
    return rpc(anvil).text("eth_getBalance", "[\"" + SOMEBODY + "\",\"" + tag + "\"]");
  }

  private void awaitGoodCopyOf(long height) {
    Path good = directory.resolve("chain.json.good");
    String number = "\"number\":\"0x" + Long.toHexString(height) + "\"";
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> Files.exists(good) && Files.readString(good).contains(number));
  }
}
