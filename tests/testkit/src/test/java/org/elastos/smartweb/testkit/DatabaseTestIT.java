// SPDX-License-Identifier: MIT
package org.elastos.smartweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.junit.jupiter.api.Test;

@DatabaseTest
final class DatabaseTestIT {
  private final Db fromConstructor;

  DatabaseTestIT(Db db) {
    this.fromConstructor = db;
    db.inTransaction(sql -> sql.update("CREATE TABLE IF NOT EXISTS note (body text)"));
  }

  @Test
  void givesTheWholeClassOneSchema(Db db, DatabaseAccess access, TestDatabase database) {
    assertThat(db).isSameAs(fromConstructor).isSameAs(database.db());
    assertThat(access).isEqualTo(database.access());
    db.inTransaction(sql -> sql.update("INSERT INTO note VALUES (?)", "x"));
  }

  @Test
  void makesFurtherSchemasBesideIt(TestDatabase database) {
    DatabaseAccess other = database.another("other");
    assertThat(other.schema()).isNotEqualTo(database.access().schema()).endsWith("_other");
  }
}
