// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.license.AuditEntry;
import org.elastos.smartweb.license.AuditLog;
import org.elastos.smartweb.license.AuditLogContract;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.DbOptions;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.elastos.smartweb.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

@DatabaseTest
final class PostgresAuditLogIT extends AuditLogContract {
  private final TestDatabase database;

  PostgresAuditLogIT(TestDatabase database) {
    this.database = database;
  }

  @Override
  protected AuditLog log() {
    return new PostgresAuditLog(NodeTables.empty(database), new SecureRandom());
  }

  @Override
  protected List<AuditEntry.Chained> records(AuditLog log) {
    return database
        .db()
        .inTransaction(sql ->
            sql.query(
                """
                select request, ct, extract(epoch from at)::bigint as seconds, commitment
                from audit
                order by position
                """,
                row ->
                    new AuditEntry.Chained(
                        Hash256.of(row.bytes("request")),
                        Hash256.of(row.bytes("ct")),
                        Instant.ofEpochSecond(row.bigint("seconds")),
                        Hash256.of(row.bytes("commitment")))));
  }

  @Test
  void goesOnWithTheChainAfterPersonalFieldsWereErased() {
    AuditLog log = log();
    assertThat(log.append(entry(1))).isPresent();
    database.db().inTransaction(sql -> sql.update("delete from audit_personal"));
    var second = log.append(entry(2)).orElseThrow();
    List<AuditEntry.Chained> records = records(log);
    Hash256 first = records.getFirst().after(Hash256.ZERO, 0).head();
    assertThat(records.getLast().after(first, 1)).isEqualTo(second);
  }

  @Test
  void givesNoPositionWhenTheDatabaseIsGone() {
    NodeTables.empty(database);
    Db gone = Db.open(database.access(), DbOptions.DEFAULT.withConnections(1));
    gone.close();
    assertThat(new PostgresAuditLog(gone, new SecureRandom()).append(entry(1))).isEmpty();
  }
}
