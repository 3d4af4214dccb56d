// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;

import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.migrations.SchemaRules;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.junit.jupiter.api.Test;

@DatabaseTest
class PostgresTxOutboxIT extends TxOutboxContract {
  private final TxOutbox outbox;

  PostgresTxOutboxIT(DatabaseAccess access, Db db) {
    Migrations.migrate(access, "evm_outbox");
    this.outbox = new PostgresTxOutbox(db);
  }

  @Override
  TxOutbox outbox() {
    return outbox;
  }

  @Test
  void keepsTheRulesOfSchemas(Db db) {
    assertThat(SchemaRules.breaches(db)).isEmpty();
  }
}
