// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.elastos.smartweb.license.NonceStore;
import org.elastos.smartweb.license.NonceStoreContract;
import org.elastos.smartweb.migrations.SchemaRules;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.elastos.smartweb.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

@DatabaseTest
final class PostgresNonceStoreIT extends NonceStoreContract {
  private final TestDatabase database;

  PostgresNonceStoreIT(TestDatabase database) {
    this.database = database;
  }

  @Override
  protected NonceStore store() {
    return new PostgresNonceStore(NodeTables.empty(database));
  }

  @Test
  void keepsTheRulesOfSchemas() {
    assertThat(SchemaRules.breaches(NodeTables.empty(database))).isEmpty();
  }
}
