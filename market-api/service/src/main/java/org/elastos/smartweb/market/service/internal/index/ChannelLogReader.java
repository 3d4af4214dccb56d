// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.LogFilter;
import org.elastos.smartweb.market.ChannelEvent;
import org.elastos.smartweb.market.service.internal.store.ChannelLogs;

/// Reads all events of the factory and its channels from a range of blocks. Channels that the range
/// itself makes are asked for the same range, so none of their events is missed. Blocks.
public final class ChannelLogReader {
  private static final int ADDRESSES_AT_ONCE = 200;
  private static final Comparator<EvmLog> CHAIN_ORDER =
      Comparator.comparingLong(EvmLog::blockNumber).thenComparingInt(EvmLog::logIndex);

  private final EvmChain chain;
  private final ChannelLogs logs;
  private final Supplier<List<EvmAddress>> known;

  /// @param known the channels made before the range
  public ChannelLogReader(EvmChain chain, ChannelLogs logs, Supplier<List<EvmAddress>> known) {
    this.chain = chain;
    this.logs = logs;
    this.known = known;
  }

  /// The events, ascending; nothing when the chain gives no dependable answer.
  public Optional<List<EvmLog>> read(long from, long to) {
    Optional<List<EvmLog>> made =
        read(List.of(logs.factory()), List.of(ChannelLogs.factoryTopic()), from, to);
    if (made.isEmpty()) {
      return Optional.empty();
    }
    Set<EvmAddress> channels = new LinkedHashSet<>(known.get());
    made.get().stream()
        .flatMap(log -> logs.read(log).stream())
        .map(ChannelEvent::channel)
        .forEach(channel -> channels.add(channel.address()));
    List<EvmLog> all = new ArrayList<>(made.get());
    List<EvmAddress> addresses = List.copyOf(channels);
    for (int at = 0; at < addresses.size(); at += ADDRESSES_AT_ONCE) {
      List<EvmAddress> some =
          addresses.subList(at, Math.min(addresses.size(), at + ADDRESSES_AT_ONCE));
      Optional<List<EvmLog>> more = read(some, ChannelLogs.topics(), from, to);
      if (more.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(more.get());
    }
    all.sort(CHAIN_ORDER);
    return Optional.of(all);
  }

  private Optional<List<EvmLog>> read(
      List<EvmAddress> contracts, List<Hash256> topics, long from, long to) {
    Set<EvmAddress> asked = Set.copyOf(contracts);
    return chain
        .logs(new LogFilter(contracts, topics, from, to))
        .agreed()
        .filter(found ->
            found.stream()
                .allMatch(log ->
                    asked.contains(log.address())
                        && log.blockNumber() >= from
                        && log.blockNumber() <= to));
  }
}
