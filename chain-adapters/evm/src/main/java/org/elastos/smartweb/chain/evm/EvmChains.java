// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;

/// All chains that an operator configured, open side by side; a fault of one touches no other.
/// Close it last. Thread-safe.
public final class EvmChains implements AutoCloseable {
  private final Map<ChainId, Open> chains;

  private EvmChains(Map<ChainId, Open> chains) {
    this.chains = chains;
  }

  /// Opens every chain; asks none yet.
  ///
  /// @throws EvmException as {@link EvmSources#open}
  public static EvmChains open(List<EvmNetwork> networks, InstantSource clock, ChainAlarms alarms) {
    Map<ChainId, Open> chains = new LinkedHashMap<>();
    try {
      for (EvmNetwork network : networks) {
        EvmSources sources =
            EvmSources.open(network.profile(), network.sources(), network.quorum(), alarms);
        var chain = new QuorumEvmChain(sources, clock);
        chains.put(network.profile().chain(), new Open(network, sources, chain));
      }
      return new EvmChains(chains);
    } catch (RuntimeException e) {
      chains.values().forEach(open -> open.sources().close());
      throw e;
    }
  }

  /// The chain with this number, if it is configured.
  public Optional<Open> chain(ChainId id) {
    return Optional.ofNullable(chains.get(id));
  }

  /// The chain with this name, if it is configured.
  public Optional<Open> named(String name) {
    return all().stream().filter(open -> open.network().profile().name().equals(name)).findFirst();
  }

  /// Every chain, in the order of the configuration.
  public List<Open> all() {
    return List.copyOf(chains.values());
  }

  @Override
  public void close() {
    chains.values().forEach(open -> open.sources().close());
  }

  /// One open chain.
  public record Open(EvmNetwork network, EvmSources sources, QuorumEvmChain chain) {
    /// The contract of this name, if the configuration has it.
    public Optional<EvmAddress> contract(String name) {
      return Optional.ofNullable(network.contracts().get(name));
    }
  }
}
