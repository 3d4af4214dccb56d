// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.ChainPointCodec;
import org.elastos.smartweb.chain.mainchain.BlockChange;
import org.elastos.smartweb.chain.mainchain.ChainCommit;
import org.elastos.smartweb.chain.mainchain.ChainEvent;
import org.elastos.smartweb.chain.mainchain.Contest;
import org.elastos.smartweb.chain.mainchain.KeptTransaction;
import org.elastos.smartweb.platform.db.Sql;
import org.jspecify.annotations.Nullable;

/// Puts new blocks in, inside one transaction. Used once.
final class Appending {
  private final Sql sql;
  private final Map<Hash256, Boolean> moved = new LinkedHashMap<>();
  private final Map<Hash256, Long> heights = new HashMap<>();
  private final List<ChainEvent> events = new ArrayList<>();

  Appending(Sql sql) {
    this.sql = sql;
  }

  /// Where the chain stands, with the row locked.
  private record Position(Hash256 best, long finalHeight, long lastEvent) {}

  boolean apply(ChainCommit commit) throws SQLException {
    Position before = lockedPosition();
    if (!before.best().equals(commit.basis())
        || before.finalHeight() != commit.settled()
        || standsOnRejected(commit.changes())) {
      return false;
    }
    Hash256 best = commit.basis();
    for (BlockChange change : commit.changes()) {
      heights.put(change.point().hash(), change.point().height());
      move(change.dropped(), false, before.lastEvent());
      move(change.adopted(), true, before.lastEvent());
      best = change.adopted().isEmpty() ? best : change.adopted().getLast();
    }
    write(commit.changes());
    sql.update(
        """
        UPDATE mainchain_position
        SET best = ?, final_height = greatest(final_height, ?), last_event = ?
        """,
        best.bytes(),
        commit.finalHeight(),
        before.lastEvent() + events.size());
    if (commit.contest().isPresent()) {
      contest(commit.contest().get());
    }
    return true;
  }

  private void contest(Contest contest) throws SQLException {
    sql.update(
        """
        INSERT INTO mainchain_contest (code, height, tip, source) VALUES (?, ?, ?, ?)
        ON CONFLICT (one) DO UPDATE
        SET code = excluded.code, height = excluded.height, tip = excluded.tip,
            source = excluded.source
        """,
        contest.code(),
        contest.height(),
        contest.tip().bytes(),
        contest.source());
  }

  private Position lockedPosition() throws SQLException {
    return sql.queryOne(
            "SELECT best, final_height, last_event FROM mainchain_position FOR UPDATE",
            row ->
                new Position(
                    Hash256.of(row.bytes("best")),
                    row.bigint("final_height"),
                    row.bigint("last_event")))
        .orElseThrow(() -> new IllegalStateException("the chain has not begun"));
  }

  private boolean standsOnRejected(List<BlockChange> changes) throws SQLException {
    byte[][] parents =
        changes.stream().map(change -> change.point().previous().bytes()).toArray(byte[][]::new);
    return sql.queryOne(
            "SELECT height FROM mainchain_header WHERE hash = ANY (?) AND rejected LIMIT 1",
            row -> row.bigint("height"),
            sql.array("bytea", (Object[]) parents))
        .isPresent();
  }

  private void move(List<Hash256> blocks, boolean joins, long lastEvent) throws SQLException {
    for (Hash256 block : blocks) {
      moved.put(block, joins);
      long number = lastEvent + events.size() + 1;
      events.add(new ChainEvent(number, joins, heightOf(block), block));
    }
  }

  private long heightOf(Hash256 block) throws SQLException {
    Long height = heights.get(block);
    if (height != null) {
      return height;
    }
    return sql.queryOne(
            "SELECT height FROM mainchain_header WHERE hash = ?",
            row -> row.bigint("height"),
            block.bytes())
        .orElseThrow(() -> new IllegalArgumentException("a block that is not stored"));
  }

  /// What leaves goes first, so that no height ever has two best blocks.
  private void write(List<BlockChange> changes) throws SQLException {
    Set<Hash256> fresh = new HashSet<>();
    changes.forEach(change -> fresh.add(change.point().hash()));
    mark(fresh, false);
    insert(changes);
    mark(fresh, true);
    sql.batch(
        "INSERT INTO mainchain_event (number, joined, height, hash) VALUES (?, ?, ?, ?)",
        events,
        event ->
            new @Nullable Object[] {
              event.number(), event.joined(), event.height(), event.hash().bytes()
            });
    insertWatched(changes);
  }

  private void mark(Set<Hash256> fresh, boolean best) throws SQLException {
    byte[][] older =
        moved.entrySet().stream()
            .filter(entry -> entry.getValue() == best && !fresh.contains(entry.getKey()))
            .map(entry -> entry.getKey().bytes())
            .toArray(byte[][]::new);
    if (older.length > 0) {
      sql.update(
          "UPDATE mainchain_header SET best = ? WHERE hash = ANY (?)",
          best,
          sql.array("bytea", (Object[]) older));
    }
  }

  private void insert(List<BlockChange> changes) throws SQLException {
    sql.batch(
        """
        INSERT INTO mainchain_header
          (hash, height, previous, work, header, confirm, point, best)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        changes,
        change -> {
          ChainPoint point = change.point();
          return new @Nullable Object[] {
            point.hash().bytes(),
            point.height(),
            point.previous().bytes(),
            point.totalWork(),
            change.header().bytes(),
            bytes(change.confirm()),
            ChainPointCodec.write(point).bytes(),
            moved.getOrDefault(point.hash(), false)
          };
        });
  }

  private void insertWatched(List<BlockChange> changes) throws SQLException {
    List<KeptTransaction> kept = new ArrayList<>();
    changes.forEach(change -> kept.addAll(change.watched().transactions()));
    sql.batch(
        """
        INSERT INTO mainchain_transaction (block, position, txid, body, proof)
        VALUES (?, ?, ?, ?, ?)
        """,
        kept,
        each ->
            new @Nullable Object[] {
              each.block().bytes(),
              each.position(),
              each.txid().bytes(),
              each.body().bytes(),
              each.proof().bytes()
            });
    for (BlockChange change : changes) {
      sql.batch(
          """
          INSERT INTO mainchain_locked_spend (block, txid, height, rule) VALUES (?, ?, ?, ?)
          """,
          change.watched().refused(),
          spend ->
              new @Nullable Object[] {
                spend.block().bytes(), spend.txid().bytes(), spend.height(), spend.verdict()
              });
      sql.batch(
          """
          INSERT INTO mainchain_output (txid, position, program, sela) VALUES (?, ?, ?, ?)
          ON CONFLICT DO NOTHING
          """,
          change.watched().outputs().entrySet(),
          entry ->
              new @Nullable Object[] {
                entry.getKey().txid().bytes(),
                entry.getKey().index(),
                entry.getValue().program().bytes(),
                entry.getValue().amount().units()
              });
    }
  }

  private static byte @Nullable [] bytes(Optional<Bytes> bytes) {
    return bytes.map(Bytes::bytes).orElse(null);
  }
}
