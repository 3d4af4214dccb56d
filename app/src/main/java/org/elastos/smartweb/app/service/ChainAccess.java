// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.service;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.elastos.smartweb.app.config.Setting;
import org.elastos.smartweb.app.config.Settings;
import org.elastos.smartweb.app.meters.ChainMeters;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.evm.ChainAlarms;
import org.elastos.smartweb.chain.evm.EvmException;
import org.elastos.smartweb.chain.evm.EvmNetwork;
import org.elastos.smartweb.chain.evm.EvmProfile;
import org.elastos.smartweb.chain.evm.EvmSources;
import org.elastos.smartweb.chain.evm.LoggedAlarms;
import org.elastos.smartweb.chain.evm.QuorumEvmChain;
import org.elastos.smartweb.chain.evm.RpcSource;

/// One chain's sources and the quorum over them. Close it last. Thread-safe.
public record ChainAccess(EvmSources sources, QuorumEvmChain chain) implements AutoCloseable {
  /// Opens what the settings of a service name, and counts what the sources do.
  public static ChainAccess of(ServiceProcess.Ground ground) {
    return open(network(ground.settings()), ground.clock(), new ChainMeters(ground.metrics()));
  }

  /// Two clients of one development node: no independent sources, and reported as such.
  public static ChainAccess development(URI rpc, InstantSource clock) {
    return open(developmentNetwork(rpc), clock);
  }

  /// The chain that the settings name, with its sources.
  public static EvmNetwork network(Settings settings) {
    String name = settings.get(Setting.CHAIN_PROFILE);
    EvmProfile profile = EvmProfile.byName().get(name);
    if (profile == null) {
      throw new CommandFailure(
          "unknown_chain_profile",
          "there is no chain profile " + name,
          "use one of " + EvmProfile.byName().keySet().stream().sorted().toList());
    }
    List<String> given = List.of(settings.required(Setting.CHAIN_RPC).split(",", -1));
    // One development node is asked twice; other chains refuse that.
    boolean twice = given.size() == 1 && !profile.independent();
    Duration maxAge = Duration.ofSeconds(settings.number(Setting.CHAIN_MAX_AGE));
    return network(
        profile.withReads(profile.reads().withMaxAge(maxAge)),
        twice ? List.of(given.getFirst(), given.getFirst()) : given);
  }

  /// A development node, asked twice.
  public static EvmNetwork developmentNetwork(URI rpc) {
    return network(EvmProfile.DEVELOPMENT, List.of(rpc.toString(), rpc.toString()));
  }

  @Override
  public void close() {
    sources.close();
  }

  private static EvmNetwork network(EvmProfile profile, List<String> urls) {
    try {
      List<RpcSource> named = new ArrayList<>();
      for (String url : urls) {
        named.add(new RpcSource("source-" + (named.size() + 1), URI.create(url.strip())));
      }
      return new EvmNetwork(profile, named, OptionalInt.empty(), Map.of());
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          "bad_rpc_address",
          "an RPC address is not an http or https address",
          "check " + Setting.CHAIN_RPC.key());
    } catch (EvmException e) {
      throw new CommandFailure(
          e.code(),
          String.valueOf(e.getMessage()),
          "give every chain at least two sources, on hosts of their own",
          Map.of("profile", profile.name()));
    }
  }

  /// Opens a chain with its sources.
  public static ChainAccess open(EvmNetwork network, InstantSource clock) {
    return open(network, clock, new LoggedAlarms());
  }

  private static ChainAccess open(EvmNetwork network, InstantSource clock, ChainAlarms watch) {
    EvmSources sources =
        EvmSources.open(network.profile(), network.sources(), network.quorum(), watch);
    return new ChainAccess(sources, new QuorumEvmChain(sources, clock));
  }
}
