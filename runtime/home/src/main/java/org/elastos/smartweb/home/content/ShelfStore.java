// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.content;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.home.tree.LocalPath;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.Row;

/// The shelf in PostgreSQL: one row a work. Thread-safe; blocks.
final class ShelfStore {
  private static final String COLUMNS =
      "SELECT name, asset_id, cid, size_bytes, media_type, title, stored_at FROM shelf ";

  private final Db db;
  private final String owner;

  ShelfStore(Db db, String owner) {
    this.db = db;
    this.owner = owner;
  }

  void put(ShelvedWork work) {
    db.inTransaction(sql ->
        sql.update(
            """
            INSERT INTO shelf (name, asset_id, cid, size_bytes, media_type, title, stored_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET
              asset_id = excluded.asset_id, cid = excluded.cid,
              size_bytes = excluded.size_bytes, media_type = excluded.media_type,
              title = excluded.title, stored_at = excluded.stored_at
            """,
            work.path().name(),
            work.assetId().bytes(),
            work.cid(),
            work.size(),
            work.mediaType(),
            work.title(),
            work.storedAt()));
  }

  List<ShelvedWork> all() {
    return db.inTransaction(sql -> sql.query(COLUMNS + "ORDER BY name", this::read));
  }

  Optional<ShelvedWork> named(String name) {
    return db.inTransaction(sql -> sql.queryOne(COLUMNS + "WHERE name = ?", this::read, name));
  }

  /// The newest copy of a work.
  Optional<ShelvedWork> ofAsset(Hash256 assetId) {
    return db.inTransaction(sql ->
        sql.queryOne(
            COLUMNS + "WHERE asset_id = ? ORDER BY stored_at DESC, name LIMIT 1",
            this::read,
            assetId.bytes()));
  }

  /// Whether a row was there to delete.
  boolean delete(String name) {
    return db.inTransaction(sql -> sql.update("DELETE FROM shelf WHERE name = ?", name)) > 0;
  }

  private ShelvedWork read(Row row) throws SQLException {
    return new ShelvedWork(
        LocalPath.ofUser(owner, row.text("name")),
        Hash256.of(row.bytes("asset_id")),
        row.text("cid"),
        row.bigint("size_bytes"),
        row.text("media_type"),
        row.text("title"),
        row.instant("stored_at"));
  }
}
