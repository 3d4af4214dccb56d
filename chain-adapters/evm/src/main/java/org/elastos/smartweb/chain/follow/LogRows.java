// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.platform.db.Row;
import org.elastos.smartweb.platform.db.Sql;

/// Events as rows of the two tables that share their columns. Thousands go in one statement.
final class LogRows {
  private static final int AT_ONCE = 5_000;

  private LogRows() {}

  /// @param table `evm_event` or `evm_follower_log`
  static void insert(Sql sql, String table, int follower, List<EvmLog> logs) throws SQLException {
    for (int at = 0; at < logs.size(); at += AT_ONCE) {
      some(sql, table, follower, logs.subList(at, Math.min(logs.size(), at + AT_ONCE)));
    }
  }

  private static void some(Sql sql, String table, int follower, List<EvmLog> logs)
      throws SQLException {
    int count = logs.size();
    Object[] numbers = new Object[count];
    Object[] indices = new Object[count];
    byte[][] blocks = new byte[count][];
    byte[][] transactions = new byte[count][];
    byte[][] addresses = new byte[count][];
    byte[][] topics = new byte[count][];
    byte[][] data = new byte[count][];
    for (int i = 0; i < count; i++) {
      EvmLog log = logs.get(i);
      numbers[i] = log.blockNumber();
      indices[i] = log.logIndex();
      blocks[i] = log.blockHash().bytes();
      transactions[i] = log.transaction().hash().bytes();
      addresses[i] = log.address().bytes();
      topics[i] = topics(log);
      data[i] = log.data().bytes();
    }
    sql.update(
        "INSERT INTO "
            + table
            + """
             (follower, block_number, log_index, block_hash, tx_hash, address, topics, data)
            SELECT ?, * FROM unnest(
              ?::bigint[], ?::integer[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[])
            """,
        follower,
        sql.array("bigint", numbers),
        sql.array("integer", indices),
        sql.array("bytea", (Object[]) blocks),
        sql.array("bytea", (Object[]) transactions),
        sql.array("bytea", (Object[]) addresses),
        sql.array("bytea", (Object[]) topics),
        sql.array("bytea", (Object[]) data));
  }

  static EvmLog read(Row row) throws SQLException {
    return new EvmLog(
        EvmAddress.of(row.bytes("address")),
        topics(row.bytes("topics")),
        Bytes.of(row.bytes("data")),
        row.bigint("block_number"),
        Hash256.of(row.bytes("block_hash")),
        new TxHash(Hash256.of(row.bytes("tx_hash"))),
        row.integer("log_index"));
  }

  private static byte[] topics(EvmLog log) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(log.topics().size() * Hash256.BYTES);
    log.topics().forEach(topic -> all.writeBytes(topic.bytes()));
    return all.toByteArray();
  }

  private static List<Hash256> topics(byte[] all) {
    List<Hash256> topics = new ArrayList<>();
    for (int at = 0; at < all.length; at += Hash256.BYTES) {
      topics.add(Hash256.of(Arrays.copyOfRange(all, at, at + Hash256.BYTES)));
    }
    return topics;
  }
}
