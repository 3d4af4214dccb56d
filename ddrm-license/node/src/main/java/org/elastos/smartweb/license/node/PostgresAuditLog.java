// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.license.AuditEntry;
import org.elastos.smartweb.license.AuditLog;
import org.elastos.smartweb.license.AuditPosition;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.DbException;
import org.elastos.smartweb.platform.db.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The audit in PostgreSQL: appends stand in one line behind an advisory lock, and are durable when
/// `append` returns. Thread-safe.
final class PostgresAuditLog implements AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresAuditLog.class);
  private static final AuditPosition START = new AuditPosition(-1, Hash256.ZERO);

  private final Db db;
  private final SecureRandom random;

  PostgresAuditLog(Db db, SecureRandom random) {
    this.db = db;
    this.random = random;
  }

  @Override
  public Optional<AuditPosition> append(AuditEntry entry) {
    byte[] salt = new byte[AuditEntry.SALT_BYTES];
    random.nextBytes(salt);
    try {
      return Optional.of(db.inTransaction(sql -> append(sql, entry, Bytes.of(salt))));
    } catch (DbException e) {
      LOG.atError().setCause(e).log("audit record not stored: no licence is given");
      return Optional.empty();
    }
  }

  private static AuditPosition append(Sql sql, AuditEntry entry, Bytes salt) throws SQLException {
    sql.advisoryLock("audit");
    AuditPosition last =
        sql.queryOne(
                "select position, head from audit order by position desc limit 1",
                row -> new AuditPosition(row.bigint("position"), Hash256.of(row.bytes("head"))))
            .orElse(START);
    long from =
        sql.queryOne(
                "select audit_from from restored order by audit_from desc limit 1",
                row -> row.bigint("audit_from"))
            .orElse(0L);
    AuditEntry.Chained chained = entry.chained(salt);
    AuditPosition next = chained.after(last.head(), Math.max(last.position() + 1, from));
    sql.update(
        """
        insert into audit (position, request, ct, at, commitment, head)
        values (?, ?, ?, ?, ?, ?)
        """,
        next.position(),
        chained.request().bytes(),
        chained.ct().bytes(),
        chained.at().atOffset(ZoneOffset.UTC),
        chained.commitment().bytes(),
        next.head().bytes());
    sql.update(
        "insert into audit_personal (position, salt, wallet, asset) values (?, ?, ?, ?)",
        next.position(),
        salt.bytes(),
        entry.personal().wallet().bytes(),
        entry.personal().asset().hash().bytes());
    return next;
  }
}
