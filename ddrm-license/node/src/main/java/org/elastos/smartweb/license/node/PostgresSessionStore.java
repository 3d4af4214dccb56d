// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.license.SessionStore;
import org.elastos.smartweb.platform.db.Db;

/// Uses of sessions, beginnings of rentals and revocations in PostgreSQL. Thread-safe.
final class PostgresSessionStore implements SessionStore {
  private final Db db;

  PostgresSessionStore(Db db) {
    this.db = db;
  }

  @Override
  public boolean use(Hash256 session, long max, Instant keepUntil) {
    if (max < 1) {
      return false;
    }
    int counted =
        db.inTransaction(sql ->
            sql.update(
                """
                insert into session_use as known (session, used, keep_until)
                values (?, 1, ?)
                on conflict (session) do update set used = known.used + 1
                where known.used < ?
                """,
                session.bytes(),
                keepUntil.atOffset(ZoneOffset.UTC),
                max));
    return counted == 1;
  }

  @Override
  public Instant firstPlay(Hash256 rental, Instant at) {
    return db.inTransaction(sql -> {
      sql.update(
          """
          insert into rental (rental, began) values (?, ?)
          on conflict do nothing
          """,
          rental.bytes(),
          at.atOffset(ZoneOffset.UTC));
      return sql.queryOne(
              "select began from rental where rental = ?",
              row -> row.instant("began"),
              rental.bytes())
          .orElseThrow(() -> new NodeException("a rental was not stored"));
    });
  }

  @Override
  public void revoke(Hash256 delegation, Instant keepUntil) {
    db.inTransaction(sql ->
        sql.update(
            """
            insert into revoked_delegation (delegation, keep_until)
            values (?, ?)
            on conflict do nothing
            """,
            delegation.bytes(),
            keepUntil.atOffset(ZoneOffset.UTC)));
  }

  @Override
  public boolean isRevoked(Hash256 delegation) {
    return db.inTransaction(sql ->
            sql.queryOne(
                "select true as known from revoked_delegation where delegation = ?",
                row -> row.bool("known"),
                delegation.bytes()))
        .isPresent();
  }

  @Override
  public int prune(Instant now) {
    OffsetDateTime until = now.atOffset(ZoneOffset.UTC);
    return db.inTransaction(sql ->
        sql.update("delete from session_use where keep_until <= ?", until)
            + sql.update("delete from revoked_delegation where keep_until <= ?", until));
  }
}
