// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The sources of one chain and the quorum among them. Open one for each chain and process; share
/// it between readers and senders; close it last. Thread-safe.
public final class EvmSources implements AutoCloseable {
  private final EvmProfile profile;
  private final List<RpcClient> clients;
  private final int quorum;
  private final ChainAlarms alarms;
  private final HttpClient http;
  private final ExecutorService threads;

  private EvmSources(EvmProfile profile, List<RpcSource> sources, int quorum, ChainAlarms alarms) {
    this.profile = profile;
    this.quorum = quorum;
    this.alarms = alarms;
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(profile.reads().timeout())
            .executor(threads)
            .build();
    this.clients =
        sources.stream()
            .map(source ->
                new RpcClient(source, profile, new JdkRpcService(http, source, profile.reads())))
            .toList();
  }

  /// Opens the sources with the default quorum: all of two, more than half of more.
  ///
  /// @throws EvmException `too_few_sources`, `source_named_twice` or `sources_on_one_host`
  public static EvmSources open(EvmProfile profile, List<RpcSource> sources) {
    return open(profile, sources, OptionalInt.empty());
  }

  /// Opens the sources with a chosen quorum.
  ///
  /// @throws EvmException as above, or `quorum_out_of_range` unless more than half and at most all
  public static EvmSources open(
      EvmProfile profile, List<RpcSource> sources, OptionalInt chosenQuorum) {
    return open(profile, sources, chosenQuorum, new LoggedAlarms());
  }

  /// Opens the sources with a chosen quorum and somebody who watches over them.
  ///
  /// @throws EvmException as above
  public static EvmSources open(
      EvmProfile profile, List<RpcSource> sources, OptionalInt chosenQuorum, ChainAlarms alarms) {
    profile.requireSources(sources);
    int least = profile.defaultQuorum(sources.size());
    int quorum = chosenQuorum.orElse(least);
    if (quorum < least || quorum > sources.size()) {
      throw new EvmException(
          "quorum_out_of_range",
          "a quorum is more than half of the sources and at most all",
          Map.of("profile", profile.name(), "quorum", Integer.toString(quorum)));
    }
    return new EvmSources(profile, sources, quorum, alarms);
  }

  /// The chain's profile.
  public EvmProfile profile() {
    return profile;
  }

  /// How many sources must agree.
  public int quorum() {
    return quorum;
  }

  /// Who is told about contradictions.
  public ChainAlarms alarms() {
    return alarms;
  }

  List<RpcClient> clients() {
    return clients;
  }

  /// A round of questions whose sources may each take `requests` requests' time.
  ///
  /// @param question its name, for alarms and meters
  QuorumRound round(String question, int requests) {
    Duration patience = profile.reads().timeout().multipliedBy(requests);
    return new QuorumRound(this, question, threads, patience);
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdownNow();
  }
}
