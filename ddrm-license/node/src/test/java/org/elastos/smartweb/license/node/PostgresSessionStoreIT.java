// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import org.elastos.smartweb.license.SessionStore;
import org.elastos.smartweb.license.SessionStoreContract;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.elastos.smartweb.testkit.TestDatabase;

@DatabaseTest
final class PostgresSessionStoreIT extends SessionStoreContract {
  private final TestDatabase database;

  PostgresSessionStoreIT(TestDatabase database) {
    this.database = database;
  }

  @Override
  protected SessionStore store() {
    return new PostgresSessionStore(NodeTables.empty(database));
  }
}
