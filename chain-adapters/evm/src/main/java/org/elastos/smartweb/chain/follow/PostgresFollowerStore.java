// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.evm.LinkedBlock;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.Row;
import org.elastos.smartweb.platform.db.Sql;

/// A follower's place in PostgreSQL (migrations component `evm_follower`), in the schema of its
/// consumer. Thread-safe.
public final class PostgresFollowerStore implements FollowerStore<Sql> {
  private final Db db;

  /// @param db the schema that holds the tables and those of the consumer
  public PostgresFollowerStore(Db db) {
    this.db = db;
  }

  @Override
  public FollowerState load(FollowSpec spec) {
    return db.inTransaction(sql -> {
      sql.update(
          """
          INSERT INTO evm_follower (name, chain_id, next_block, settled, spec)
          VALUES (?, ?, ?, -1, ?) ON CONFLICT (name) DO NOTHING
          """,
          spec.name(),
          BigInteger.valueOf(spec.chain().value()),
          spec.firstBlock(),
          spec.digest().bytes());
      Place place = place(sql, spec, "");
      if (!place.chain().equals(BigInteger.valueOf(spec.chain().value()))) {
        throw new FollowException(
            "follower_of_another_chain",
            "a follower of this name follows another chain",
            Map.of("follower", spec.name(), "chain", place.chain().toString()));
      }
      requireSameEvents(sql, spec, place.id());
      return new FollowerState(
          place.next(), place.settled(), window(sql, spec, place.id()), children(sql, place.id()));
    });
  }

  @Override
  public boolean advance(FollowSpec spec, Advance step, LogConsumer<Sql> consumer) {
    return db.inTransaction(sql -> {
      Place place = place(sql, spec, "FOR UPDATE");
      if (!place.isAt(step.before())) {
        return false;
      }
      if (!step.logs().isEmpty()) {
        consumer.apply(sql, step.logs());
      }
      write(sql, place.id(), step);
      move(sql, place.id(), step.after());
      if (step.after().settled() > step.before().settled()) {
        consumer.settled(sql, step.after().window().getFirst().ref());
      }
      return true;
    });
  }

  @Override
  public boolean retract(FollowSpec spec, Retraction step, LogConsumer<Sql> consumer) {
    return db.inTransaction(sql -> {
      Place place = place(sql, spec, "FOR UPDATE");
      if (!place.isAt(step.before())) {
        return false;
      }
      long last = step.after().next() - 1;
      List<EvmLog> logs =
          sql.query(
              """
              SELECT * FROM evm_follower_log WHERE follower = ? AND block_number > ?
              ORDER BY block_number DESC, log_index DESC
              """,
              LogRows::read,
              place.id(),
              last);
      if (!logs.isEmpty()) {
        consumer.retract(sql, logs);
      }
      sql.update(
          "DELETE FROM evm_follower_log WHERE follower = ? AND block_number > ?", place.id(), last);
      sql.update(
          "DELETE FROM evm_follower_block WHERE follower = ? AND number > ?", place.id(), last);
      sql.update(
          "DELETE FROM evm_follower_child WHERE follower = ? AND since > ?", place.id(), last);
      move(sql, place.id(), step.after());
      return true;
    });
  }

  /// A place kept from before there were digests gets that of the first who asks for it.
  private static void requireSameEvents(Sql sql, FollowSpec spec, int id) throws SQLException {
    byte[] digest = spec.digest().bytes();
    int same =
        sql.update(
            "UPDATE evm_follower SET spec = ? WHERE id = ? AND coalesce(spec, ?) = ?",
            digest,
            id,
            digest,
            digest);
    if (same == 0) {
      throw FollowException.otherEvents(spec);
    }
  }

  private static void write(Sql sql, int id, Advance step) throws SQLException {
    long settled = step.after().settled();
    LogRows.insert(
        sql,
        "evm_follower_log",
        id,
        step.logs().stream().filter(log -> log.blockNumber() > settled).toList());
    sql.batch(
        """
        INSERT INTO evm_follower_block (follower, number, hash, parent, block_time)
        VALUES (?, ?, ?, ?, ?)
        """,
        step.blocks(),
        block ->
            new Object[] {
              id,
              block.number(),
              block.ref().hash().bytes(),
              block.parent().bytes(),
              block.ref().time()
            });
    sql.batch(
        "INSERT INTO evm_follower_child (follower, address, since) VALUES (?, ?, ?)",
        step.found().entrySet(),
        child -> new Object[] {id, child.getKey().bytes(), child.getValue()});
    if (settled > step.before().settled()) {
      sql.update("DELETE FROM evm_follower_block WHERE follower = ? AND number < ?", id, settled);
      sql.update(
          "DELETE FROM evm_follower_log WHERE follower = ? AND block_number <= ?", id, settled);
    }
  }

  private static void move(Sql sql, int id, FollowerState after) throws SQLException {
    sql.update(
        "UPDATE evm_follower SET next_block = ?, settled = ?, tip_hash = ? WHERE id = ?",
        after.next(),
        after.settled(),
        after.tip().map(tip -> tip.ref().hash().bytes()).orElse(null),
        id);
  }

  private static List<LinkedBlock> window(Sql sql, FollowSpec spec, int id) throws SQLException {
    return sql.query(
        "SELECT * FROM evm_follower_block WHERE follower = ? ORDER BY number",
        row ->
            new LinkedBlock(
                new BlockRef(
                    spec.chain(),
                    row.bigint("number"),
                    Hash256.of(row.bytes("hash")),
                    row.instant("block_time")),
                Hash256.of(row.bytes("parent"))),
        id);
  }

  private static Map<EvmAddress, Long> children(Sql sql, int id) throws SQLException {
    Map<EvmAddress, Long> children = new HashMap<>();
    sql.query(
        "SELECT address, since FROM evm_follower_child WHERE follower = ?",
        row -> children.put(EvmAddress.of(row.bytes("address")), row.bigint("since")) == null,
        id);
    return children;
  }

  private static Place place(Sql sql, FollowSpec spec, String lock) throws SQLException {
    return sql.queryOne(
            "SELECT * FROM evm_follower WHERE name = ? " + lock, Place::read, spec.name())
        .orElseThrow(() -> new SQLException("there is no such follower"));
  }

  private record Place(int id, BigInteger chain, long next, long settled, Optional<Hash256> tip) {
    static Place read(Row row) throws SQLException {
      return new Place(
          row.integer("id"),
          row.numeric("chain_id"),
          row.bigint("next_block"),
          row.bigint("settled"),
          row.optionalBytes("tip_hash").map(Hash256::of));
    }

    boolean isAt(FollowerState state) {
      return next == state.next()
          && settled == state.settled()
          && tip.equals(state.tip().map(block -> block.ref().hash()));
    }
  }
}
