// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.Anvil;
import org.elastos.smartweb.chain.devnet.AnvilBinary;
import org.elastos.smartweb.chain.devnet.AnvilSettings;
import org.elastos.smartweb.chain.devnet.ChildLauncher;
import org.elastos.smartweb.chain.devnet.SharedAnvil;
import org.elastos.smartweb.chain.follow.EventTable;
import org.elastos.smartweb.chain.follow.FollowPolicy;
import org.elastos.smartweb.chain.follow.FollowSpec;
import org.elastos.smartweb.chain.follow.FollowerLoop;
import org.elastos.smartweb.chain.follow.LogFollower;
import org.elastos.smartweb.chain.follow.PostgresFollowerStore;
import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.Sql;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// The follower before a real node of its own, which forks, and a real database.
@DatabaseTest
class LogFollowerIT {
  private static final int DEPTH = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path directory;

  @Test
  void followsARealChainThroughForksAndRefusals(DatabaseAccess access, Db db) {
    Migrations.migrate(access, "evm_follower");
    AnvilSettings settings =
        AnvilSettings.of(AnvilBinary.find(), directory, SharedAnvil.freePort());
    try (Anvil anvil = Anvil.start(settings, ChildLauncher.plain());
        RpcProxy miserly = new RpcProxy(anvil.url());
        EvmSources sources = open(anvil, miserly)) {
      DevProbe probe = DevProbe.deploy(anvil.url());
      emit(probe, 1, 14);
      miserly.behaving(LogFollowerIT::refuseLongRanges);
      try (var loop = loop(sources, probe, db)) {
        loop.start();
        awaitSame(probe, db);
        probe.reorganise(8);
        emit(probe, 20, 3);
        awaitSame(probe, db);
        emit(probe, 30, 2);
        probe.reorganise(3);
        awaitSame(probe, db);
        assertThat(new EventTable("it").all(db)).isNotEmpty();
        // A step that met the fork halfway says so; the next one puts it right.
        Awaitility.await()
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(loop.progress().trouble()).isEqualTo(Optional.empty()));
      }
    }
  }

  private static FollowerLoop loop(EvmSources sources, DevProbe probe, Db db) {
    var chain = new QuorumEvmChain(sources, InstantSource.system());
    var spec = FollowSpec.of("it", sources.profile().chain(), List.of(probe.address()), 0);
    LogFollower<Sql> follower =
        new LogFollower<>(
            spec,
            new FollowPolicy(64, 64, 1_000, 5, 64, true),
            new QuorumLogFeed(sources, chain),
            new PostgresFollowerStore(db),
            new EventTable("it"));
    return new FollowerLoop(follower, Duration.ofMillis(50), RandomGenerator.getDefault());
  }

  private static EvmSources open(Anvil anvil, RpcProxy proxy) {
    EvmProfile usual = EvmProfile.DEVELOPMENT;
    EvmProfile profile =
        new EvmProfile(
            "deep",
            usual.chain(),
            false,
            new Finality.Depth(DEPTH),
            usual.naming(),
            usual.fees(),
            ReadPolicy.DEFAULT);
    return EvmSources.open(
        profile,
        List.of(
            new RpcSource("plain", anvil.url(), SourceLimits.NONE.withBatch(1)),
            new RpcSource("miserly", proxy.url())));
  }

  /// What providers say when a range is too long for them.
  private static RpcProxy.Reply refuseLongRanges(ObjectNode request, RpcProxy.Upstream honest) {
    var filter = request.get("params").get(0);
    boolean tooLong =
        request.get("method").asString().equals("eth_getLogs")
            && filter.has("fromBlock")
            && Wire.count(filter.get("toBlock").asString())
                    - Wire.count(filter.get("fromBlock").asString())
                > 3;
    if (!tooLong) {
      return RpcProxy.Reply.json(honest.ask(request));
    }
    ObjectNode answer = JsonRpc.JSON.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", request.get("id"));
    answer
        .putObject("error")
        .put("code", -32005)
        .put("message", "query returned more than 3 results");
    return RpcProxy.Reply.json(answer);
  }

  private static void emit(DevProbe probe, int first, int many) {
    for (int i = first; i < first + many; i++) {
      probe.emit(Hash256.fromUint(BigInteger.valueOf(i)));
    }
  }

  private static void awaitSame(DevProbe probe, Db db) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> {
          List<EvmLog> rows = new EventTable("it").all(db);
          assertThat(rows).isEqualTo(probe.events());
        });
  }
}
