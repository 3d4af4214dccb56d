// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.List;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.LogFilter;

/// Which events to read, wherever they stand: of these contracts, with one of these first topics
/// (empty means any).
public record LogSelection(List<EvmAddress> contracts, List<Hash256> firstTopics) {
  /// @throws IllegalArgumentException without a contract
  public LogSelection {
    contracts = List.copyOf(contracts);
    firstTopics = List.copyOf(firstTopics);
    if (contracts.isEmpty()) {
      throw new IllegalArgumentException("a selection of events names a contract");
    }
  }

  static LogSelection of(LogFilter filter) {
    return new LogSelection(filter.contracts(), filter.firstTopics());
  }
}
