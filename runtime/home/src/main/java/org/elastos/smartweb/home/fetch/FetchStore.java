// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.fetch;

import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.Row;
import org.elastos.smartweb.platform.db.Sql;

/// Fetch jobs in PostgreSQL, so that they outlive the process. Thread-safe; blocks.
final class FetchStore {
  private static final String JOBS =
      """
      SELECT id, cid, name, state, bytes, total, path, failure_code, failure_detail, created_at,
        updated_at
      FROM fetch_job
      """;

  private final Db db;

  FetchStore(Db db) {
    this.db = db;
  }

  void create(UUID id, FetchOrder order, Instant now) {
    db.inTransaction(sql -> {
      sql.update(
          """
          INSERT INTO fetch_job (id, cid, name, state, created_at, updated_at)
          VALUES (?, ?, ?, 'running', ?, ?)
          """,
          id,
          order.cid().toString(),
          order.name(),
          now,
          now);
      int position = 0;
      for (URI provider : order.providers()) {
        sql.update(
            "INSERT INTO fetch_provider (job, position, url) VALUES (?, ?, ?)",
            id,
            position++,
            provider.toString());
      }
      return id;
    });
  }

  Optional<FetchJob> find(UUID id) {
    return db.inTransaction(sql -> sql.queryOne(JOBS + "WHERE id = ?", row -> read(sql, row), id));
  }

  List<FetchJob> running() {
    return db.inTransaction(sql ->
        sql.query(JOBS + "WHERE state = 'running' ORDER BY created_at", row -> read(sql, row)));
  }

  void progress(UUID id, long bytes, long total, Instant now) {
    db.inTransaction(sql ->
        sql.update(
            """
            UPDATE fetch_job SET bytes = ?, total = ?, updated_at = ?
            WHERE id = ? AND state = 'running'
            """,
            bytes,
            total,
            now,
            id));
  }

  void record(UUID id, FetchEvent event) {
    db.inTransaction(sql ->
        sql.update(
            """
            INSERT INTO fetch_event
              (job, position, kind, provider, block_cid, block_index, detail, at)
            SELECT ?::uuid, coalesce(max(position) + 1, 0), ?, ?, ?::text, ?::bigint, ?, ?::timestamptz
            FROM fetch_event WHERE job = ?
            """,
            id,
            event.kind().code(),
            event.provider(),
            event.block().orElse(null),
            event.index().isPresent() ? event.index().getAsLong() : null,
            event.detail(),
            event.at(),
            id));
  }

  void finish(UUID id, String path, Instant now) {
    db.inTransaction(sql ->
        sql.update(
            """
            UPDATE fetch_job SET state = 'done', path = ?, updated_at = ?
            WHERE id = ? AND state = 'running'
            """,
            path,
            now,
            id));
  }

  void fail(UUID id, FetchJob.Failure failure, Instant now) {
    db.inTransaction(sql ->
        sql.update(
            """
            UPDATE fetch_job
            SET state = 'failed', failure_code = ?, failure_detail = ?, updated_at = ?
            WHERE id = ? AND state = 'running'
            """,
            failure.code(),
            failure.detail(),
            now,
            id));
  }

  /// Whether a running job was there to cancel.
  boolean cancel(UUID id, Instant now) {
    return db.inTransaction(sql ->
        sql.update(
            """
            UPDATE fetch_job SET state = 'cancelled', updated_at = ?
            WHERE id = ? AND state = 'running'
            """,
            now,
            id))
        > 0;
  }

  private static FetchJob read(Sql sql, Row row) throws SQLException {
    UUID id = row.uuid("id");
    Optional<Long> total = row.optionalBigint("total");
    Optional<String> failed = row.optionalText("failure_code");
    String detail = row.optionalText("failure_detail").orElse("");
    return new FetchJob(
        id,
        row.text("cid"),
        row.text("name"),
        providers(sql, id),
        FetchJob.State.ofCode(row.text("state")),
        row.bigint("bytes"),
        total.isPresent() ? OptionalLong.of(total.get()) : OptionalLong.empty(),
        row.optionalText("path"),
        failed.map(code -> new FetchJob.Failure(code, detail)),
        events(sql, id),
        row.instant("created_at"),
        row.instant("updated_at"));
  }

  private static List<URI> providers(Sql sql, UUID id) throws SQLException {
    return sql.query(
        "SELECT url FROM fetch_provider WHERE job = ? ORDER BY position",
        row -> URI.create(row.text("url")),
        id);
  }

  private static List<FetchEvent> events(Sql sql, UUID id) throws SQLException {
    return sql.query(
        """
        SELECT kind, provider, block_cid, block_index, detail, at
        FROM fetch_event WHERE job = ? ORDER BY position
        """,
        FetchStore::event,
        id);
  }

  private static FetchEvent event(Row row) throws SQLException {
    Optional<Long> index = row.optionalBigint("block_index");
    return new FetchEvent(
        FetchEvent.Kind.ofCode(row.text("kind")),
        row.text("provider"),
        row.optionalText("block_cid"),
        index.isPresent() ? OptionalLong.of(index.get()) : OptionalLong.empty(),
        row.text("detail"),
        row.instant("at"));
  }
}
