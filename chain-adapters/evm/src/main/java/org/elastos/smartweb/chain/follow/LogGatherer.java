// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.evm.LogReading;
import org.elastos.smartweb.chain.evm.LogSelection;

/// Reads the events of a stretch of blocks while the set of contracts grows: whoever the events
/// tell of is asked for the same stretch, until nobody new turns up. What comes out depends on the
/// chain alone and not on how it was cut into stretches. Stateless.
final class LogGatherer {
  private static final int CONTRACTS_AT_ONCE = 200;
  private static final Comparator<EvmLog> CHAIN_ORDER =
      Comparator.comparingLong(EvmLog::blockNumber).thenComparingInt(EvmLog::logIndex);

  private final FollowSpec spec;

  LogGatherer(FollowSpec spec) {
    this.spec = spec;
  }

  /// What a stretch came to.
  sealed interface Outcome {
    /// Its events in chain order, and the contracts that they tell of, with the block of each.
    record Gathered(List<EvmLog> logs, Map<EvmAddress, Long> found) implements Outcome {}

    /// Not read.
    record Missed(LogReading why) implements Outcome {}
  }

  /// @param children the contracts known before the stretch
  /// @param reader reads the stretch's events of a selection
  Outcome gather(Map<EvmAddress, Long> children, Function<LogSelection, LogReading> reader) {
    Set<EvmAddress> asked = new HashSet<>(spec.roots());
    asked.addAll(children.keySet());
    List<EvmAddress> pending = List.copyOf(asked);
    List<EvmLog> raw = new ArrayList<>();
    while (true) {
      for (int at = 0; at < pending.size(); at += CONTRACTS_AT_ONCE) {
        var some = pending.subList(at, Math.min(pending.size(), at + CONTRACTS_AT_ONCE));
        LogReading reading = reader.apply(new LogSelection(some, spec.firstTopics()));
        if (!(reading instanceof LogReading.Found(var logs))) {
          return new Outcome.Missed(reading);
        }
        raw.addAll(logs);
      }
      raw.sort(CHAIN_ORDER);
      Outcome.Gathered gathered = sift(children, raw);
      pending = gathered.found().keySet().stream().filter(asked::add).toList();
      if (pending.isEmpty()) {
        return gathered;
      }
    }
  }

  /// Keeps the events of contracts known at their block. Within a block the order does not matter:
  /// a contract may speak before its factory tells of it.
  private Outcome.Gathered sift(Map<EvmAddress, Long> children, List<EvmLog> raw) {
    Map<EvmAddress, Long> found = new HashMap<>();
    List<EvmLog> kept = new ArrayList<>(raw.size());
    for (int from = 0; from < raw.size(); ) {
      int to = from;
      while (to < raw.size() && raw.get(to).blockNumber() == raw.get(from).blockNumber()) {
        to++;
      }
      List<EvmLog> block = raw.subList(from, to);
      int before;
      do {
        before = found.size();
        for (EvmLog log : block) {
          if (known(log.address(), children, found)) {
            learn(log, children, found);
          }
        }
      } while (found.size() > before);
      for (EvmLog log : block) {
        if (known(log.address(), children, found)) {
          kept.add(log);
        }
      }
      from = to;
    }
    return new Outcome.Gathered(List.copyOf(kept), Map.copyOf(found));
  }

  private boolean known(
      EvmAddress contract, Map<EvmAddress, Long> children, Map<EvmAddress, Long> found) {
    return spec.roots().contains(contract)
        || children.containsKey(contract)
        || found.containsKey(contract);
  }

  private void learn(EvmLog log, Map<EvmAddress, Long> children, Map<EvmAddress, Long> found) {
    for (EvmAddress child : spec.children().apply(log)) {
      if (!known(child, children, found)) {
        found.put(child, log.blockNumber());
      }
    }
  }
}
