// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import static java.util.stream.Collectors.toSet;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.elastos.smartweb.app.ela.ElaText;
import org.elastos.smartweb.app.ela.FollowedNetwork;
import org.elastos.smartweb.app.ela.HeaderDatabase;
import org.elastos.smartweb.app.ela.SourceCredentials;
import org.elastos.smartweb.app.ela.Sources;
import org.elastos.smartweb.app.ela.StatusView;
import org.elastos.smartweb.app.ela.SyncWatch;
import org.elastos.smartweb.app.ela.TakenCheckpoint;
import org.elastos.smartweb.app.meters.ShownMetrics;
import org.elastos.smartweb.app.meters.SyncMeters;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Output;
import org.elastos.smartweb.app.stack.StackRecord;
import org.elastos.smartweb.app.stack.StatePaths;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.address.ElaAddress;
import org.elastos.smartweb.chain.mainchain.ChainOrigin;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.MainchainException;
import org.elastos.smartweb.chain.mainchain.MainchainStatus;
import org.elastos.smartweb.chain.mainchain.rpc.DevelopmentNetwork;
import org.elastos.smartweb.chain.mainchain.sync.ChainPolicy;
import org.elastos.smartweb.chain.mainchain.sync.FollowerSettings;
import org.elastos.smartweb.chain.mainchain.sync.MainchainFollower;
import org.elastos.smartweb.chain.mainchain.sync.MainchainSource;
import org.elastos.smartweb.platform.log.LogFormat;
import org.elastos.smartweb.platform.log.Logging;
import org.elastos.smartweb.platform.metrics.Metrics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `smartweb ela sync`: follows the mainchain and verifies it.
@Command(
    name = "sync",
    description = {
      "Follows the mainchain from several sources, verifies every header, confirm and transaction"
          + " root, and keeps what holds. A restart continues where it stopped; Ctrl-C ends it.",
      "No source is believed: one that contradicts what was verified is named and dropped. From the"
          + " genesis block alone the arbiters are not known and nothing becomes final by confirms;"
          + " a checkpoint that you answer for says who they are."
    },
    mixinStandardHelpOptions = true)
final class ElaSyncCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--network",
      required = true,
      paramLabel = "NAME",
      description = "mainnet, testnet, regnet, or development for a node of your own")
  private String network = "";

  @Option(
      names = "--source",
      paramLabel = "ADDRESS",
      description = "http://host:port for JSON-RPC, host:port for a peer; give several")
  private List<String> sources = List.of();

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = {
        "where to begin, if not at the genesis block, or what to go on from: a file that you"
            + " answer for. Without it a restart goes on as it is."
      })
  private @Nullable Path checkpoint;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description = {
        "what lets you in at nodes: a file of mode 600 with a line for each,",
        "host[:port] basic user:password or host[:port] bearer token"
      })
  private @Nullable Path credentials;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description = "shows /metrics for Prometheus on this port of loopback while it runs")
  private @Nullable Integer metricsPort;

  @Option(
      names = "--watch",
      paramLabel = "ADDRESS",
      description = "say what is paid to this address, and keep it with proof; give several")
  private List<String> watched = List.of();

  @Option(
      names = "--until-synced",
      description = "end when nothing newer is to be had, or at a contest")
  private boolean untilSynced;

  @Override
  public Integer call() throws Exception {
    Logging.configure(LogFormat.TEXT, "WARN", System.err);
    HeaderDatabase.Places places = ElaPlaces.of(common.settings(), network);
    List<String> addresses = addresses();
    FollowedNetwork followed = followed(addresses);
    try (SourceCredentials known =
        Optional.ofNullable(credentials)
            .map(SourceCredentials::read)
            .orElseGet(SourceCredentials::none)) {
      List<MainchainSource> asked = Sources.read(addresses, followed.peers(), known);
      Set<ProgramHash> programs = watched.stream().map(ElaSyncCommand::program).collect(toSet());
      return sync(
          places,
          followed,
          FollowerSettings.standard(followed.rules(), followed.peers(), followed.origin(), asked)
              .with(ChainPolicy.DEFAULT.watching(programs)));
    }
  }

  private int sync(
      HeaderDatabase.Places places, FollowedNetwork followed, FollowerSettings settings)
      throws InterruptedException {
    SecureRandom random = new SecureRandom();
    CountDownLatch ended = new CountDownLatch(1);
    SyncWatch watch = new SyncWatch(common.output()::progress, untilSynced);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> endInOrder(watch, ended)));
    Metrics metrics = new Metrics();
    try (@Nullable ShownMetrics _ =
            metricsPort == null ? null : ShownMetrics.open(metricsPort, metrics, random);
        HeaderDatabase database = HeaderDatabase.own(places, random);
        MainchainFollower follower =
            follow(
                settings.from(origin(followed, database.store())),
                database.store(),
                new MainchainFollower.Surroundings(
                    InstantSource.system(), random, new SyncMeters(metrics, watch)))) {
      watch.await();
      return tell(follower.chain().status(), watch);
    } finally {
      ended.countDown();
    }
  }

  private List<String> addresses() {
    if (!sources.isEmpty() || !network.equals(DevelopmentNetwork.NAME)) {
      return sources;
    }
    String rpc = StackRecord.find(StatePaths.of(common.settings(), System.getenv())).mainchainRpc();
    return Optional.ofNullable(rpc).map(List::of).orElse(List.of());
  }

  private FollowedNetwork followed(List<String> addresses) {
    if (!network.equals(DevelopmentNetwork.NAME)) {
      return FollowedNetwork.of(network, Optional.ofNullable(checkpoint));
    }
    String rpc =
        addresses.stream()
            .filter(one -> one.matches("(?i)https?://.+"))
            .findFirst()
            .orElseThrow(() ->
                new CommandFailure(
                    "source_missing",
                    "a development node describes itself over its RPC address",
                    "name it with --source http://127.0.0.1:port"));
    try {
      return FollowedNetwork.development(URI.create(rpc));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("bad_source", "this is no address: " + rpc, "correct it");
    }
  }

  /// A chain that has begun goes on, from a newer checkpoint where one is given.
  private ChainOrigin origin(FollowedNetwork followed, HeaderStore store) {
    if (network.equals(DevelopmentNetwork.NAME)) {
      return followed.origin();
    }
    if (checkpoint == null) {
      return store.origin().orElse(followed.origin());
    }
    common.output().progress("checkpoint: " + TakenCheckpoint.into(store, followed).get("taken"));
    return store.origin().orElse(followed.origin());
  }

  private static ProgramHash program(String address) {
    if (ElaAddress.read(address) instanceof Decoded.Value<ElaAddress>(ElaAddress known)) {
      return known.programHash();
    }
    throw new CommandFailure(
        "bad_address", "this is no ELA address: " + address, "correct it: smartweb ela address");
  }

  private static MainchainFollower follow(
      FollowerSettings settings, HeaderStore store, MainchainFollower.Surroundings around) {
    try {
      return MainchainFollower.open(settings, store, around);
    } catch (MainchainException e) {
      throw new CommandFailure(e.code(), String.valueOf(e.getMessage()), "use another --state-dir");
    }
  }

  private int tell(MainchainStatus status, SyncWatch watch) {
    Output output = common.output();
    if (watch.noneLeft()) {
      throw new CommandFailure(
          "no_source_left",
          "every source was dropped",
          "look at why, and name other sources",
          StatusView.of(status, Instant.now()));
    }
    Map<String, Object> map = StatusView.of(status, Instant.now());
    output.result(map, ElaText.of(map));
    return Boolean.TRUE.equals(map.get("ok")) ? 0 : 1;
  }

  /// The JVM ends when its shutdown hooks have: wait for the sync to end in order first.
  private static void endInOrder(SyncWatch watch, CountDownLatch ended) {
    watch.end();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
