// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.TransactionReceipt;

/// Turns web3j's lenient receipts into values, and refuses what was not asked for.
final class AnswerReader {
  /// The EVM writes four; the chain of Elastos writes a fifth on its own deposit events.
  private static final int MOST_TOPICS = 5;

  private AnswerReader() {}

  static TxReceipt receipt(TransactionReceipt raw, TxHash asked, BlockRef block) {
    if (!Wire.hash(raw.getTransactionHash()).equals(asked.hash())) {
      throw new SourceFault("answered with another transaction than asked for");
    }
    if (!Wire.hash(raw.getBlockHash()).equals(block.hash())) {
      throw new SourceFault("the receipt's block is not on the source's own chain");
    }
    List<EvmLog> logs = new ArrayList<>();
    for (Log each : raw.getLogs()) {
      EvmLog log = log(each);
      if (!log.transaction().equals(asked) || !log.blockHash().equals(block.hash())) {
        throw new SourceFault("the receipt holds an event of another transaction");
      }
      requireOrder(logs, log);
      logs.add(log);
    }
    return new TxReceipt(
        asked,
        block,
        succeeded(raw.getStatus()),
        logs,
        Wire.count(raw.getGasUsedRaw()),
        Wire.quantity(raw.getEffectiveGasPrice()),
        Optional.ofNullable(raw.getContractAddress()).map(Wire::address));
  }

  private static boolean succeeded(@Nullable String status) {
    return switch (Wire.index(status)) {
      case 0 -> false;
      case 1 -> true;
      default -> throw new SourceFault("answer is out of range");
    };
  }

  private static EvmLog log(Log raw) {
    List<String> topics = raw.getTopics();
    if (raw.isRemoved() || topics == null || topics.size() > MOST_TOPICS) {
      throw new SourceFault("answer is not an event of the chain");
    }
    List<Hash256> hashes = new ArrayList<>();
    for (String topic : topics) {
      hashes.add(Wire.hash(topic));
    }
    return new EvmLog(
        Wire.address(raw.getAddress()),
        hashes,
        Wire.bytes(raw.getData()),
        Wire.count(raw.getBlockNumberRaw()),
        Wire.hash(raw.getBlockHash()),
        new TxHash(Wire.hash(raw.getTransactionHash())),
        Wire.index(raw.getLogIndexRaw()));
  }

  private static void requireOrder(List<EvmLog> before, EvmLog log) {
    if (before.isEmpty()) {
      return;
    }
    EvmLog last = before.getLast();
    boolean later =
        log.blockNumber() > last.blockNumber()
            || (log.blockNumber() == last.blockNumber() && log.logIndex() > last.logIndex());
    if (!later) {
      throw new SourceFault("events are repeated or out of order");
    }
  }
}
