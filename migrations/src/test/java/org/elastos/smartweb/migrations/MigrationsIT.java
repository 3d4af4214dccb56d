// SPDX-License-Identifier: MIT
package org.elastos.smartweb.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.DbOptions;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.elastos.smartweb.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

@DatabaseTest
final class MigrationsIT {
  private final TestDatabase database;

  MigrationsIT(TestDatabase database) {
    this.database = database;
  }

  @Test
  void runsTwoComponentsWithTheSameVersionsInOneSchema() {
    DatabaseAccess access = database.another("two");
    assertThat(Migrations.migrate(access, "alpha")).isEqualTo(2);
    assertThat(Migrations.migrate(access, "beta")).isEqualTo(1);
    assertThat(Migrations.migrate(access, "alpha")).isZero();
    assertThat(Migrations.migrate(access, "beta")).isZero();
    assertThat(tables(access)).containsExactly("history_alpha", "history_beta", "ledger", "note");
  }

  @Test
  void keepsTheLastWholeMigrationWhenOneFails() {
    DatabaseAccess access = database.another("broken");
    assertThatThrownBy(() -> Migrations.migrate(access, "broken"))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("component=broken");
    assertThat(tables(access)).containsExactly("history_broken", "whole");
  }

  @Test
  void refusesAComponentThatIsNotThere() {
    assertThatThrownBy(() -> Migrations.migrate(database.access(), "missing"))
        .isInstanceOf(MigrationException.class);
    assertThatThrownBy(() -> Migrations.migrate(database.access(), "../alpha"))
        .isInstanceOf(MigrationException.class);
  }

  @Test
  void runsOnceWhenTwoProcessesStartTogether() throws Exception {
    DatabaseAccess access = database.another("race");
    Callable<Integer> migration = () -> Migrations.migrate(access, "alpha");
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      int ran = 0;
      for (Future<Integer> result : threads.invokeAll(List.of(migration, migration))) {
        ran += result.get();
      }
      assertThat(ran).isEqualTo(2);
    }
  }

  @Test
  void namesEveryBreachOfTheSchemaRules() {
    DatabaseAccess access = database.another("rules");
    Migrations.migrate(access, "alpha");
    try (Db db = open(access)) {
      assertThat(SchemaRules.breaches(db)).isEmpty();
      Migrations.migrate(access, "beta");
      assertThat(SchemaRules.breaches(db))
          .containsExactlyInAnyOrder(
              "note: the table has no comment",
              "note: the table has no primary key",
              "note.weight: float8 is not allowed",
              "note.at: timestamp is not allowed");
    }
  }

  private static List<String> tables(DatabaseAccess access) {
    try (Db db = open(access)) {
      return db.inTransaction(sql ->
          sql.query(
              "SELECT tablename AS t FROM pg_tables WHERE schemaname = current_schema()"
                  + " ORDER BY 1",
              row -> row.text("t")));
    }
  }

  private static Db open(DatabaseAccess access) {
    return Db.open(access, DbOptions.DEFAULT.withConnections(1));
  }
}
