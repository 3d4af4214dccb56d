// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TxHash;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the events of one answer as they come, and refuses what was not asked for, what is
/// repeated and what is out of order. Used by one thread.
final class LogReader {
  /// The EVM writes four; the chain of Elastos writes a fifth on its own deposit events.
  private static final int MOST_TOPICS = 5;

  private final Set<EvmAddress> contracts;
  private final Set<Hash256> firstTopics;
  private final long from;
  private final long to;

  LogReader(LogSelection selection, long from, long to) {
    this.contracts = new HashSet<>(selection.contracts());
    this.firstTopics = new HashSet<>(selection.firstTopics());
    this.from = from;
    this.to = to;
  }

  /// The events of the array at which the parser stands.
  List<EvmLog> read(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new SourceFault("answer is not a list of events");
    }
    List<EvmLog> logs = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw new SourceFault("answer is not a list of events");
      }
      EvmLog log = new Fields().read(parser);
      if (!asked(log)) {
        throw new SourceFault("answered with an event that was not asked for");
      }
      requireOrder(logs, log);
      logs.add(log);
    }
    return logs;
  }

  private boolean asked(EvmLog log) {
    boolean topic =
        firstTopics.isEmpty()
            || (!log.topics().isEmpty() && firstTopics.contains(log.topics().getFirst()));
    return topic
        && contracts.contains(log.address())
        && log.blockNumber() >= from
        && log.blockNumber() <= to;
  }

  private static void requireOrder(List<EvmLog> before, EvmLog log) {
    if (before.isEmpty()) {
      return;
    }
    EvmLog last = before.getLast();
    boolean later =
        log.blockNumber() > last.blockNumber()
            || (log.blockNumber() == last.blockNumber()
                && log.logIndex() > last.logIndex()
                && log.blockHash().equals(last.blockHash()));
    if (!later) {
      throw new SourceFault("events are repeated or out of order");
    }
  }

  /// The members of one event, in whatever order they come.
  private static final class Fields {
    private @Nullable EvmAddress address;
    private @Nullable List<Hash256> topics;
    private @Nullable Bytes data;
    private @Nullable Hash256 blockHash;
    private @Nullable Hash256 transaction;
    private long number = -1;
    private long index = -1;

    EvmLog read(JsonParser parser) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        member(parser, name);
      }
      if (address == null || topics == null || data == null) {
        throw new SourceFault("answer is not an event of the chain");
      }
      if (blockHash == null || transaction == null || number < 0 || index < 0) {
        throw new SourceFault("answer is not an event of the chain");
      }
      return new EvmLog(
          address, topics, data, number, blockHash, new TxHash(transaction), (int) index);
    }

    private void member(JsonParser parser, String name) {
      switch (name) {
        case "address" -> address = HexText.address(parser);
        case "topics" -> topics = topics(parser);
        case "data" -> data = HexText.bytes(parser);
        case "blockHash" -> blockHash = HexText.hash(parser);
        case "transactionHash" -> transaction = HexText.hash(parser);
        case "blockNumber" -> number = HexText.count(parser);
        case "logIndex" -> index = index(parser);
        case "removed" -> requireStanding(parser);
        default -> parser.skipChildren();
      }
    }

    private static long index(JsonParser parser) {
      long index = HexText.count(parser);
      if (index > Integer.MAX_VALUE) {
        throw new SourceFault("answer is out of range");
      }
      return index;
    }

    private static void requireStanding(JsonParser parser) {
      if (parser.currentToken() != JsonToken.VALUE_FALSE) {
        throw new SourceFault("answer is not an event of the chain");
      }
    }

    private static List<Hash256> topics(JsonParser parser) {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw new SourceFault("answer is not an event of the chain");
      }
      List<Hash256> topics = new ArrayList<>(MOST_TOPICS);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (topics.size() == MOST_TOPICS) {
          throw new SourceFault("answer is not an event of the chain");
        }
        topics.add(HexText.hash(parser));
      }
      return topics;
    }
  }
}
