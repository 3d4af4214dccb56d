// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

import java.util.List;

/// Which events to read: of these contracts, with one of these first topics (empty means any), from
/// and to these heights, both included.
public record LogFilter(
    List<EvmAddress> contracts, List<Hash256> firstTopics, long fromBlock, long toBlock) {
  /// @throws IllegalArgumentException without a contract or with an empty range
  public LogFilter {
    contracts = List.copyOf(contracts);
    firstTopics = List.copyOf(firstTopics);
    if (contracts.isEmpty() || fromBlock < 0 || toBlock < fromBlock) {
      throw new IllegalArgumentException("a log filter names a contract and a range");
    }
  }
}
