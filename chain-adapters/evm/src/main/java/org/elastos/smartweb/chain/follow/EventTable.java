// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.sql.SQLException;
import java.util.List;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.Sql;

/// A consumer that keeps events as they are, in the table `evm_event`: what stands there stands on
/// the chain. Thread-safe.
public final class EventTable implements LogConsumer<Sql> {
  private final String follower;

  /// @param follower the name of the follower that it serves
  public EventTable(String follower) {
    this.follower = follower;
  }

  @Override
  public void apply(Sql sql, List<EvmLog> logs) throws SQLException {
    LogRows.insert(sql, "evm_event", id(sql), logs);
  }

  @Override
  public void retract(Sql sql, List<EvmLog> logs) throws SQLException {
    int deleted =
        sql.update(
            "DELETE FROM evm_event WHERE follower = ? AND block_number >= ?",
            id(sql),
            logs.getLast().blockNumber());
    if (deleted != logs.size()) {
      throw new SQLException("the events to take back are not those that were kept");
    }
  }

  /// All events that are kept, in chain order; for small tables.
  public List<EvmLog> all(Db db) {
    return db.inTransaction(sql ->
        sql.query(
            """
            SELECT e.* FROM evm_event e JOIN evm_follower f ON f.id = e.follower
            WHERE f.name = ? ORDER BY block_number, log_index
            """,
            LogRows::read,
            follower));
  }

  private int id(Sql sql) throws SQLException {
    return sql.queryOne(
            "SELECT id FROM evm_follower WHERE name = ?", row -> row.integer("id"), follower)
        .orElseThrow(() -> new SQLException("there is no such follower"));
  }
}
