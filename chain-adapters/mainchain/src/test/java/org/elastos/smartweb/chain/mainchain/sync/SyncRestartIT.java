// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.mainchain.ChainEvent;
import org.elastos.smartweb.chain.mainchain.TestBlocks;
import org.elastos.smartweb.chain.mainchain.rpc.FakeNode;
import org.elastos.smartweb.chain.mainchain.rpc.MainchainRpc;
import org.elastos.smartweb.chain.mainchain.rpc.RpcBlockSource;
import org.elastos.smartweb.chain.mainchain.rpc.RpcLimits;
import org.elastos.smartweb.chain.mainchain.store.PostgresHeaderStore;
import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.elastos.smartweb.testkit.MutableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A restart goes on where the last process stopped, whether it was closed or killed.
@DatabaseTest
@Timeout(120)
class SyncRestartIT {
  private static final long SEED = 51;
  private static final int KILLS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DatabaseAccess access;
  private final PostgresHeaderStore store;
  private final TestBlocks mint = TestBlocks.byWork(SEED);

  SyncRestartIT(DatabaseAccess access, Db db) {
    Migrations.migrate(access, "mainchain");
    this.access = access;
    this.store = new PostgresHeaderStore(db);
  }

  @Test
  void killedProcessesLoseAndRepeatNothing() throws Exception {
    store.begin(mint.origin());
    List<DposBlock> blocks = mint.chain(mint.root(), 220);
    try (FakeNode node = new FakeNode(mint.root(), blocks)) {
      for (int i = 1; i <= KILLS; i++) {
        killAfter(i * 50L, node);
      }
      finish(node, blocks.size());
    }
    List<ChainEvent> events = store.eventsAfter(0, 1_000);
    assertThat(events).hasSize(blocks.size());
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i))
          .isEqualTo(
              new ChainEvent(i + 1L, true, i + 1L, TestBlocks.position(blocks.get(i)).hash()));
    }
    assertThat(store.finalHeight()).as("one source makes nothing final by depth").isZero();
    assertThat(store.storedAmong(Set.of(TestBlocks.position(blocks.get(0)).hash()))).hasSize(1);
  }

  /// Runs the process until it has come so far, then kills it wherever it stands.
  private void killAfter(long height, FakeNode node) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SyncMain.class.getName(),
                access.jdbcUrl(),
                access.role(),
                access.passwordFile().toString(),
                node.url().toString(),
                Long.toString(SEED))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> store.best().height() >= height || !process.isAlive());
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void finish(FakeNode node, long height) {
    RpcLimits limits = new RpcLimits(Duration.ofSeconds(5), 1 << 20, 50);
    BlockIntake intake =
        new BlockIntake(
            mint.network(),
            store,
            new ChainPolicy(10, 1, 5, Set.of()),
            MutableClock.at(Instant.ofEpochSecond(TestBlocks.NOW)));
    SyncFeed feed = new SyncFeed(store, intake, SyncPace.DEFAULT, new Random(1));
    try (MainchainRpc rpc = MainchainRpc.open(node.endpoint("node"), limits);
        MainchainSync sync =
            MainchainSync.start(
                List.of(new RpcBlockSource(rpc, limits)), feed, SyncObserver.SILENT)) {
      await().atMost(PATIENCE).until(() -> sync.progress().height() == height);
    }
  }
}
