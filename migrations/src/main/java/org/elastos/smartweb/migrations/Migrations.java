// SPDX-License-Identifier: MIT
package org.elastos.smartweb.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the SQL files of a component, `db/<component>/V0001__what.sql` and so on, in a service's
/// own schema. Each component has its own history table there, so several may share one schema.
/// Files are append-only: one that changed after it ran is refused. Stateless; safe when two
/// processes do it at once.
public final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  private Migrations() {}

  /// Brings the component up to date and returns how many migrations ran.
  ///
  /// @param component lower-case letters, digits and underscores: the folder under `db/`
  /// @throws MigrationException when there is no such component or a migration fails
  public static int migrate(DatabaseAccess access, String component) {
    if (!component.matches("[a-z][a-z0-9_]{0,39}")) {
      throw fault("a component is named by lower-case letters, digits and underscores", component);
    }
    try (Connection guard = access.connect()) {
      lock(guard, access.schema());
      MigrateResult result = flyway(access, component).migrate();
      if (result.migrationsExecuted > 0) {
        LOG.atInfo()
            .addKeyValue("component", component)
            .addKeyValue("schema", access.schema())
            .addKeyValue("migrations", result.migrationsExecuted)
            .log("Schema brought up to date");
      }
      return result.migrationsExecuted;
    } catch (FlywayException | SQLException e) {
      MigrationException fault =
          new MigrationException("the schema cannot be brought up to date", e);
      fault.with("component", component).with("schema", access.schema());
      throw fault;
    }
  }

  /// One process at a time in a schema: two that both create Flyway's history table would collide.
  /// The lock ends with the connection.
  private static void lock(Connection guard, String schema) throws SQLException {
    try (PreparedStatement statement =
        guard.prepareStatement("select pg_advisory_lock(hashtextextended(?, 0))")) {
      statement.setString(1, "migrations/" + schema);
      statement.execute();
    }
  }

  private static Flyway flyway(DatabaseAccess access, String component) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(access.dataSource())
        .defaultSchema(access.schema())
        .schemas(access.schema())
        .createSchemas(false)
        .table("history_" + component)
        .locations("classpath:db/" + component)
        .failOnMissingLocations(true)
        .validateMigrationNaming(true)
        // The first component leaves tables behind that the second one's empty history does not
        // know.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .cleanDisabled(true)
        .connectRetries(0)
        .loggers("slf4j")
        .load();
  }

  private static MigrationException fault(String text, String component) {
    MigrationException fault = new MigrationException(text, null);
    fault.with("component", component);
    return fault;
  }
}
