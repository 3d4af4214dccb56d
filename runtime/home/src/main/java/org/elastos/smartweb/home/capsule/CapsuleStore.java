// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.capsule;

import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.ddrm.AppId;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.Row;
import org.elastos.smartweb.sandbox.KnownRelease;
import org.elastos.smartweb.sandbox.ReleaseHistory;
import org.elastos.smartweb.sandbox.bundle.Manifest;

/// What the home remembers of capsules, in PostgreSQL: the history that keeps an update from going
/// back. Thread-safe; blocks.
final class CapsuleStore implements ReleaseHistory {
  private static final int KEY_BYTES = 32;
  private static final String COLUMNS =
      "SELECT app_id, release, release_id, name, next_keys, installed_at FROM capsule ";

  private final Db db;

  CapsuleStore(Db db) {
    this.db = db;
  }

  @Override
  public List<KnownRelease> of(AppId appId) {
    return db.inTransaction(sql ->
        sql.query(
            COLUMNS + "WHERE app_id = ? ORDER BY release",
            CapsuleStore::known,
            appId.hash().bytes()));
  }

  /// Remembers a release; one that is known already stays as it was.
  void put(Manifest manifest, Hash256 releaseId, Instant now) {
    ByteArrayOutputStream keys = new ByteArrayOutputStream();
    manifest.keys().forEach(key -> keys.writeBytes(key.bytes()));
    db.inTransaction(sql ->
        sql.update(
            """
            INSERT INTO capsule (app_id, release, release_id, name, next_keys, installed_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (release_id) DO NOTHING
            """,
            manifest.appId().hash().bytes(),
            manifest.release(),
            releaseId.bytes(),
            manifest.name(),
            keys.toByteArray(),
            now));
  }

  /// Every release, newest of each app first.
  List<InstalledCapsule> all() {
    return db.inTransaction(
        sql -> sql.query(COLUMNS + "ORDER BY app_id, release DESC", CapsuleStore::installed));
  }

  private static InstalledCapsule installed(Row row) throws SQLException {
    return new InstalledCapsule(
        Hash256.of(row.bytes("app_id")),
        row.bigint("release"),
        Hash256.of(row.bytes("release_id")),
        row.text("name"),
        row.instant("installed_at"));
  }

  private static KnownRelease known(Row row) throws SQLException {
    byte[] keys = row.bytes("next_keys");
    List<Bytes> list = new ArrayList<>();
    for (int at = 0; at < keys.length; at += KEY_BYTES) {
      list.add(Bytes.of(Arrays.copyOfRange(keys, at, at + KEY_BYTES)));
    }
    return new KnownRelease(Hash256.of(row.bytes("release_id")), row.bigint("release"), list);
  }
}
