// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.chain.DevChain;
import org.elastos.smartweb.chain.devnet.ela.chain.TestChain;
import org.elastos.smartweb.chain.devnet.ela.chain.Unspent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElaDevNodeTest {
  @TempDir Path directory;

  @Test
  void minesOnATimerAndGoesOnAfterARestart() {
    long before;
    try (ElaDevNode node = start(Duration.ofMillis(5))) {
      Awaitility.await().until(() -> node.chain().height() >= 3);
      assertThatThrownBy(() -> start(Duration.ZERO)).hasMessageContaining("another development");
    }
    try (ElaDevNode node = start(Duration.ZERO)) {
      before = node.chain().height();
      assertThat(before).isGreaterThanOrEqualTo(3);
    }
    try (ElaDevNode node = start(Duration.ZERO)) {
      assertThat(node.chain().height()).isEqualTo(before);
      assertThat(node.rpc().getHost()).isEqualTo("127.0.0.1");
      assertThat(node.peer().getAddress().isLoopbackAddress()).isTrue();
    }
  }

  @Test
  void startsWithAWalletThatCanSpend() {
    ElaDevSettings settings =
        new ElaDevSettings(directory, 0, 0, Duration.ZERO, true, TestChain.RULES);
    try (ElaDevNode node = start(settings)) {
      assertThat(node.chain().unspent(node.chain().wallet().owner())).anyMatch(Unspent::mature);
      assertThat(node.walletAddress().toString()).startsWith("E");
    }
    assertThat(ElaDevSettings.standard(directory).interval()).isEqualTo(Duration.ofSeconds(2));
    assertThatThrownBy(
            () -> new ElaDevSettings(directory, 0, 0, Duration.ofMillis(-1), true, TestChain.RULES))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// What the process said before it was killed is what the next start finds.
  @Test
  void losesNothingThatItReportedWhenItIsKilled() throws Exception {
    List<String> reported = new ArrayList<>();
    for (int round = 1; round <= 2; round++) {
      reported.addAll(reportsUntilKilled(round * 4));
      try (DevChain chain = TestChain.open(directory, TestChain.RULES)) {
        assertThat(reported)
            .allSatisfy(hash -> assertThat(chain.heightOf(Hash256.fromHex(hash))).isPresent());
        assertThat(chain.mine(1)).hasSize(1);
      }
    }
  }

  private List<String> reportsUntilKilled(int blocks) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MiningProcess.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> hashes = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      String line = out.readLine();
      while (line != null && hashes.size() < blocks) {
        hashes.add(line);
        line = out.readLine();
      }
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(hashes).hasSize(blocks);
    return hashes;
  }

  private ElaDevNode start(Duration interval) {
    return start(new ElaDevSettings(directory, 0, 0, interval, false, TestChain.RULES));
  }

  private static ElaDevNode start(ElaDevSettings settings) {
    return ElaDevNode.start(settings, InstantSource.system(), new SecureRandom());
  }
}
