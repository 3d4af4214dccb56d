// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.testkit.TestDatabase;

/// The node's schema for tests.
final class NodeTables {
  private NodeTables() {}

  /// The tables, without a row.
  static Db empty(TestDatabase database) {
    Migrations.migrate(database.access(), "node");
    database
        .db()
        .inTransaction(sql ->
            sql.update(
                """
                truncate nonce, session_use, revoked_delegation, rental, audit, audit_personal,
                  audit_anchor, denial, restored
                """));
    return database.db();
  }
}
