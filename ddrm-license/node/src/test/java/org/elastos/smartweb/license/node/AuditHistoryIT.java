// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.license.AuditEntry;
import org.elastos.smartweb.license.AuditPosition;
import org.elastos.smartweb.license.AuditProof;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.elastos.smartweb.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest
final class AuditHistoryIT {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final TestDatabase database;
  private final List<AuditPosition> written = new ArrayList<>();

  AuditHistoryIT(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void write() {
    NodeTables.empty(database);
    written.clear();
    PostgresAuditLog log = new PostgresAuditLog(database.db(), new SecureRandom());
    for (int k = 0; k < 9; k++) {
      written.add(log.append(entry(k)).orElseThrow());
    }
  }

  @Test
  void anchorsOneAfterTheOtherAndProvesEachRecordUnderItsOwn() {
    Db db = database.db();
    AuditHistory history = new AuditHistory(db);
    AuditProof.Anchor first = history.next().orElseThrow();
    assertThat(first.last()).isEqualTo(8);
    history.begin(0, first, NOW);
    assertThat(history.proof(3)).as("not on the chain yet").isEmpty();
    assertThat(history.pending().orElseThrow().anchor()).isEqualTo(first);
    assertThat(history.next()).as("nothing is anchored twice").isEmpty();
    history.done(0);
    assertThat(history.pending()).isEmpty();
    AuditPosition later =
        new PostgresAuditLog(db, new SecureRandom()).append(entry(9)).orElseThrow();
    AuditProof.Anchor second = history.next().orElseThrow();
    assertThat(second.first()).isEqualTo(9);
    history.begin(1, second, NOW);
    history.done(1);
    for (AuditPosition record : written) {
      AuditProof proof = history.proof(record.position()).orElseThrow();
      assertThat(proof.number()).isZero();
      assertThat(proof.holds(record)).isTrue();
      assertThat(proof.holds(later)).isFalse();
    }
    assertThat(history.proof(9).orElseThrow().holds(later)).isTrue();
    assertThat(history.proof(10)).isEmpty();
  }

  @Test
  void theChainHoldsAfterErasingAndBreaksWhereItWasChanged() {
    Db db = database.db();
    AuditHistory history = new AuditHistory(db);
    assertThat(history.erasePersonal(NOW.plusSeconds(5))).isEqualTo(5);
    assertThat(history.erasePersonal(NOW.plusSeconds(5))).isZero();
    assertThat(history.firstBreak()).isEmpty();
    List<Long> kept =
        db.inTransaction(
            sql -> sql.query("select position from audit_personal", row -> row.bigint("position")));
    assertThat(kept).containsExactlyInAnyOrder(5L, 6L, 7L, 8L);
    db.inTransaction(sql ->
        sql.update(
            "update audit set ct = ? where position = 4", Sha256.of(new byte[] {1}).bytes()));
    assertThat(history.firstBreak()).contains(4L);
  }

  private static AuditEntry entry(int number) {
    Hash256 hash = Sha256.of(new byte[] {(byte) number});
    return new AuditEntry(
        hash,
        hash,
        NOW.plusSeconds(number),
        new AuditEntry.Personal(EvmAddress.ZERO, new AssetId(hash)));
  }
}
