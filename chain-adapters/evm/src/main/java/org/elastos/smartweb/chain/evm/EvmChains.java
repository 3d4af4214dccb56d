// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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

  /// How all of them look just now, in the order of the configuration.
  public List<ChainStatus> statuses() {
    return statuses(all().stream().map(Open::chain).toList());
  }

  /// Asks chains side by side, each from a thread of its own. A process that has just begun spends
  /// the first exchange's time on loading its own classes, seconds of it on a busy machine, however
  /// many chains it asks: what gave no answer in time is asked once more.
  static List<ChainStatus> statuses(List<QuorumEvmChain> chains) {
    List<FutureTask<ChainStatus>> looks = new ArrayList<>();
    for (QuorumEvmChain chain : chains) {
      FutureTask<ChainStatus> look = new FutureTask<>(() -> patiently(chain));
      looks.add(look);
      Thread.ofPlatform().daemon().name("chain-status").start(look);
    }
    return looks.stream().map(EvmChains::seen).toList();
  }

  private static ChainStatus patiently(QuorumEvmChain chain) {
    ChainStatus first = chain.status();
    return !first.isAgreed() && mayAnswer(first) >= first.quorum() ? chain.status() : first;
  }

  /// How many sources were late only, or have answered meanwhile.
  private static long mayAnswer(ChainStatus status) {
    return status.sources().stream()
        .filter(source -> source.head().isPresent() || source.detail().equals(SourceFault.LATE))
        .count();
  }

  private static ChainStatus seen(FutureTask<ChainStatus> look) {
    try {
      return look.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EvmException("interrupted", "reading a chain was interrupted", Map.of(), e);
    } catch (ExecutionException e) {
      throw new EvmException("status_failed", "looking at a chain failed", Map.of(), e);
    }
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
