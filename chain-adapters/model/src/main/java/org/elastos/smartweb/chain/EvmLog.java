// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

import java.util.List;

/// One event as a contract emitted it, with its place in the chain.
public record EvmLog(
    EvmAddress address,
    List<Hash256> topics,
    Bytes data,
    long blockNumber,
    Hash256 blockHash,
    TxHash transaction,
    int logIndex) {
  /// Keeps a copy of the topics.
  public EvmLog {
    topics = List.copyOf(topics);
  }
}
