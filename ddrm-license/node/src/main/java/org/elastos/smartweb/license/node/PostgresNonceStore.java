// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.time.Instant;
import java.time.ZoneOffset;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.license.NonceStore;
import org.elastos.smartweb.platform.db.Db;

/// Nonces in PostgreSQL; the primary key makes an insert happen at most once. Thread-safe.
final class PostgresNonceStore implements NonceStore {
  private final Db db;

  PostgresNonceStore(Db db) {
    this.db = db;
  }

  @Override
  public boolean insert(Hash256 session, Bytes nonce, Instant keepUntil) {
    int inserted =
        db.inTransaction(sql ->
            sql.update(
                """
                insert into nonce (session, nonce, keep_until)
                values (?, ?, ?)
                on conflict do nothing
                """,
                session.bytes(),
                nonce.bytes(),
                keepUntil.atOffset(ZoneOffset.UTC)));
    return inserted == 1;
  }

  @Override
  public int prune(Instant now) {
    return db.inTransaction(
        sql -> sql.update("delete from nonce where keep_until <= ?", now.atOffset(ZoneOffset.UTC)));
  }
}
