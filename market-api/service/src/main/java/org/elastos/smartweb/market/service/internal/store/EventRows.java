// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.store;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.market.ChannelEvent;
import org.elastos.smartweb.platform.db.Row;
import org.elastos.smartweb.platform.db.Sql;
import org.jspecify.annotations.Nullable;

/// Logs as the chain has them, to and from their rows.
final class EventRows {
  private static final String INSERT =
      """
      INSERT INTO chain_event
        (block, log_index, block_hash, transaction, contract, topics, data, edition)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private EventRows() {}

  /// A log with the event that it tells.
  record Told(EvmLog log, ChannelEvent event) {}

  static void insert(Sql sql, List<Told> events) throws SQLException {
    sql.batch(INSERT, events, EventRows::parameters);
  }

  static EvmLog read(Row row) throws SQLException {
    return new EvmLog(
        EvmAddress.of(row.bytes("contract")),
        unpack(row.bytes("topics")),
        Bytes.of(row.bytes("data")),
        row.bigint("block"),
        Hash256.of(row.bytes("block_hash")),
        new TxHash(Hash256.of(row.bytes("transaction"))),
        row.integer("log_index"));
  }

  static Optional<EditionId> edition(ChannelEvent event) {
    return event instanceof ChannelEvent.OfEdition one
        ? Optional.of(one.edition())
        : Optional.empty();
  }

  private static @Nullable Object[] parameters(Told told) {
    EvmLog log = told.log();
    return new @Nullable Object[] {
      log.blockNumber(),
      log.logIndex(),
      log.blockHash().bytes(),
      log.transaction().hash().bytes(),
      log.address().bytes(),
      pack(log.topics()),
      log.data().bytes(),
      edition(told.event()).map(id -> id.hash().bytes()).orElse(null)
    };
  }

  private static byte[] pack(List<Hash256> topics) {
    ByteBuffer packed = ByteBuffer.allocate(Hash256.BYTES * topics.size());
    topics.forEach(topic -> packed.put(topic.bytes()));
    return packed.array();
  }

  private static List<Hash256> unpack(byte[] packed) {
    ByteBuffer in = ByteBuffer.wrap(packed);
    List<Hash256> topics = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] topic = new byte[Hash256.BYTES];
      in.get(topic);
      topics.add(Hash256.of(topic));
    }
    return topics;
  }
}
