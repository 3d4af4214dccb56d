// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.devnet.SharedAnvil;
import org.elastos.smartweb.chain.evm.DevProbe;
import org.elastos.smartweb.chain.evm.KeystoreWallet;
import org.elastos.smartweb.chain.evm.ScryptCost;
import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.elastos.smartweb.testkit.Gen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process that sends and follows is killed ten times, each time after another thing that it
/// wrote down, against a real chain and a real database. The next one goes on.
@DatabaseTest
class LedgerKillIT {
  private static final int KILLS = 10;
  private static final int PAYMENTS = 20;

  @TempDir private Path directory;

  @Test
  @Timeout(240)
  void tenKillsLoseNothingAndSendNothingTwice(DatabaseAccess access, Db db) throws Exception {
    Migrations.migrate(access, "evm_outbox");
    Migrations.migrate(access, "evm_follower");
    URI node = SharedAnvil.get().url();
    DevProbe probe = DevProbe.deploy(node);
    Path file = directory.resolve("wallet");
    try (KeystoreWallet wallet =
        KeystoreWallet.create(
            file,
            SecretBytes.take(LedgerChild.PASSWORD.getBytes(StandardCharsets.UTF_8)),
            ScryptCost.LIGHT,
            new SecureRandom())) {
      probe.enrich(wallet.address());
      var life = new Life(access, node, file, probe);
      Gen gen = Gen.ofSeed(System.nanoTime());
      for (int kill = 0; kill < KILLS; kill++) {
        life.killAfter(gen.between(1, 5), probe);
      }
      life.finish(probe);
      assertThat(probe.nonce(wallet.address())).as("seed %d", gen.seed()).isEqualTo(PAYMENTS);
      List<EvmLog> ledger = new EventTable(LedgerChild.FOLLOWER).all(db);
      assertThat(ledger)
          .extracting(log -> log.topics().getFirst())
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, PAYMENTS).mapToObj(LedgerChild::word).toList());
      assertThat(ledger).as("the ledger is the chain").isEqualTo(probe.events());
    }
  }

  /// Starts the process again and again.
  private record Life(DatabaseAccess access, URI node, Path wallet, DevProbe probe) {
    void killAfter(int steps, DevProbe chain) throws IOException, InterruptedException {
      Process process = start();
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        int seen = 0;
        for (String line = lines.readLine(); seen < steps; line = lines.readLine()) {
          assertThat(line).as("it goes on until it is killed").startsWith(LedgerChild.STEP);
          seen++;
          chain.mine();
        }
      } finally {
        process.destroyForcibly();
      }
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as("SIGKILL").isEqualTo(137);
    }

    void finish(DevProbe chain) throws IOException, InterruptedException {
      Process process = start();
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        String last = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          last = line;
          chain.mine();
        }
        assertThat(last).isEqualTo(LedgerChild.DONE);
      } finally {
        process.destroyForcibly();
      }
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private Process start() throws IOException {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-Xshare:auto",
              "-cp",
              System.getProperty("java.class.path"),
              LedgerChild.class.getName(),
              node.toString(),
              access.jdbcUrl(),
              access.role(),
              access.passwordFile().toString(),
              wallet.toString(),
              probe.address().toString(),
              Integer.toString(PAYMENTS))
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    }
  }
}
