// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.market.MarketException;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.Sql;

/// What the indexer writes. Events, what follows from them, and the cursor change in one
/// transaction, under a lock and only on top of the expected tip, so that neither a crash nor a
/// second indexer can lose or repeat an event. Thread-safe; blocks.
public final class PostgresCatalogue {
  private static final String LOCK = "indexer";
  private static final int REPLAY_EVENTS = 10_000;

  private final Db db;
  private final ChannelLogs logs;
  private final Projector projector;

  /// Writes to the market's schema what these logs tell.
  public PostgresCatalogue(Db db, ChannelLogs logs) {
    this.db = db;
    this.logs = logs;
    this.projector = new Projector(logs);
  }

  /// The remembered blocks, newest first.
  public List<FollowedBlock> remembered() {
    return db.inTransaction(PostgresCatalogue::remembered);
  }

  /// All channels whose making was indexed.
  public List<EvmAddress> channels() {
    return db.inTransaction(sql ->
        sql.query(
            "SELECT address FROM channel ORDER BY block, address",
            row -> EvmAddress.of(row.bytes("address"))));
  }

  /// Adds the events of the next blocks.
  ///
  /// @throws MarketException when the catalogue is not where the batch starts
  public void append(EventBatch batch) {
    db.inTransaction(sql -> {
      lockAt(sql, batch.after());
      List<EventRows.Told> told = tell(batch.events());
      EventRows.insert(sql, told);
      projector.add(sql, told.stream().map(EventRows.Told::event).toList());
      remember(sql, batch);
      return told.size();
    });
  }

  /// Takes back all that was said above `keep`, a remembered block.
  ///
  /// @throws MarketException when the catalogue's tip is no longer `tip`
  public void retractTo(FollowedBlock keep, FollowedBlock tip) {
    db.inTransaction(sql -> {
      lockAt(sql, Optional.of(tip));
      List<EvmLog> gone =
          sql.query(
              """
              DELETE FROM chain_event WHERE block > ?
              RETURNING block, log_index, block_hash, transaction, contract, topics, data
              """,
              EventRows::read,
              keep.number());
      projector.remove(sql, keep.number(), tell(gone).stream().map(EventRows.Told::event).toList());
      return sql.update("DELETE FROM followed_block WHERE number > ?", keep.number());
    });
  }

  /// Makes channels, editions, nonces and holdings anew from the recorded events.
  public void replay() {
    db.inTransaction(sql -> {
      sql.advisoryLock(LOCK);
      projector.clear(sql);
      long block = -1;
      int index = -1;
      while (true) {
        List<EvmLog> next =
            sql.query(
                """
                SELECT block, log_index, block_hash, transaction, contract, topics, data
                FROM chain_event WHERE (block, log_index) > (?, ?)
                ORDER BY block, log_index LIMIT ?
                """,
                EventRows::read,
                block,
                index,
                REPLAY_EVENTS);
        if (next.isEmpty()) {
          return 0;
        }
        projector.add(sql, tell(next).stream().map(EventRows.Told::event).toList());
        block = next.getLast().blockNumber();
        index = next.getLast().logIndex();
      }
    });
  }

  private List<EventRows.Told> tell(List<EvmLog> events) {
    return events.stream()
        .flatMap(log -> logs.read(log).map(event -> new EventRows.Told(log, event)).stream())
        .toList();
  }

  private static void lockAt(Sql sql, Optional<FollowedBlock> expected) throws SQLException {
    sql.advisoryLock(LOCK);
    Optional<FollowedBlock> tip = remembered(sql).stream().findFirst();
    if (!tip.equals(expected)) {
      throw new MarketException(
          "the catalogue is at another block than its indexer",
          Map.of(
              "expected", expected.map(FollowedBlock::number).orElse(-1L),
              "tip", tip.map(FollowedBlock::number).orElse(-1L)));
    }
  }

  private static List<FollowedBlock> remembered(Sql sql) throws SQLException {
    return sql.query(
        "SELECT number, hash FROM followed_block ORDER BY number DESC",
        row -> new FollowedBlock(row.bigint("number"), Hash256.of(row.bytes("hash"))));
  }

  /// Forgets all blocks below the newest final one.
  private static void remember(Sql sql, EventBatch batch) throws SQLException {
    sql.batch(
        "INSERT INTO followed_block (number, hash) VALUES (?, ?)",
        batch.blocks(),
        block -> new Object[] {block.number(), block.hash().bytes()});
    sql.update(
        """
        DELETE FROM followed_block
        WHERE number < (SELECT max(number) FROM followed_block WHERE number <= ?)
        """,
        batch.finalized());
  }
}
