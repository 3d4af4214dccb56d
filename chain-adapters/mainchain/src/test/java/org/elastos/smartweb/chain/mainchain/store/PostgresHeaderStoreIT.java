// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.migrations.SchemaRules;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.junit.jupiter.api.Test;

@DatabaseTest
class PostgresHeaderStoreIT extends HeaderStoreContract {
  private final Db db;

  PostgresHeaderStoreIT(DatabaseAccess access, Db db) {
    Migrations.migrate(access, "mainchain");
    this.db = db;
  }

  @Override
  protected HeaderStore emptyStore() {
    db.inTransaction(sql ->
        sql.update(
            """
            TRUNCATE mainchain_position, mainchain_contest, mainchain_header,
              mainchain_transaction, mainchain_output, mainchain_event, mainchain_locked_spend
            """));
    return new PostgresHeaderStore(db);
  }

  @Test
  void keepsTheRulesOfSchemas() {
    assertThat(SchemaRules.breaches(db)).isEmpty();
  }
}
