// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.postgres;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.elastos.smartweb.platform.PlatformException;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.state.SecretFile;
import org.postgresql.PGConnection;

/// Gives each service a role and a schema that no other service can see into. Works on any
/// PostgreSQL server whose administrator it knows, not only on our own. Thread-safe.
public final class Provisioning {
  private static final Set<String> RESERVED = Set.of("public", "postgres", Postmaster.ADMIN);

  private final DatabaseAccess admin;
  private final Path secrets;
  private final SecureRandom random;

  private Provisioning(DatabaseAccess admin, Path secrets, SecureRandom random) {
    this.admin = admin;
    this.secrets = secrets;
    this.random = random;
  }

  /// Makes sure that the database exists and is closed to everybody who was not let in.
  ///
  /// @param admin a superuser's access to an existing database
  /// @param databaseUrl the JDBC address of the services' database on the same server
  /// @param secrets private directory that keeps one password file per role
  public static Provisioning prepare(
      DatabaseAccess admin, String databaseUrl, Path secrets, SecureRandom random) {
    String database = databaseUrl.substring(databaseUrl.lastIndexOf('/') + 1);
    checkName(database);
    try (Connection connection = admin.connect();
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
        statement.execute("CREATE DATABASE " + quoted(database));
      }
      statement.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
      statement.execute("REVOKE ALL ON DATABASE " + quoted(database) + " FROM PUBLIC");
    } catch (SQLException e) {
      throw fault(e, database);
    }
    DatabaseAccess inside = new DatabaseAccess(databaseUrl, admin.role(), admin.passwordFile());
    try (Connection connection = inside.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS public");
    } catch (SQLException e) {
      throw fault(e, database);
    }
    return new Provisioning(inside, secrets, random);
  }

  /// Makes sure that role and schema exist, and that the password is the one in the role's file.
  public DatabaseAccess provision(String service) {
    checkName(service);
    DatabaseAccess access =
        new DatabaseAccess(admin.jdbcUrl(), service, secrets.resolve(service + ".password"));
    String password = SecretFile.readOrCreate(access.passwordFile(), random);
    try (Connection connection = admin.connect()) {
      connection.setAutoCommit(false);
      createRole(connection, service);
      // The driver sends the SCRAM verifier, so that the password reaches no log of the server.
      connection
          .unwrap(PGConnection.class)
          .alterUserPassword(service, password.toCharArray(), "scram-sha-256");
      connection.commit();
      return access;
    } catch (SQLException e) {
      throw fault(e, service);
    }
  }

  private static void createRole(Connection connection, String service) throws SQLException {
    String name = quoted(service);
    try (Statement statement = connection.createStatement()) {
      // Two services may come at once; roles belong to the whole server.
      statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('provision', 0))");
      if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", service)) {
        statement.execute("CREATE ROLE %s LOGIN NOINHERIT CONNECTION LIMIT 40".formatted(name));
      }
      statement.execute("CREATE SCHEMA IF NOT EXISTS %s AUTHORIZATION %<s".formatted(name));
      statement.execute("REVOKE ALL ON SCHEMA %s FROM PUBLIC".formatted(name));
      statement.execute("ALTER ROLE %s SET search_path = %<s".formatted(name));
      statement.execute(
          "ALTER ROLE %s SET idle_in_transaction_session_timeout = '60s'".formatted(name));
      statement.execute(
          "GRANT CONNECT ON DATABASE %s TO %s".formatted(quoted(connection.getCatalog()), name));
    }
  }

  /// Names are checked before, so that quotes only keep keywords of SQL from being read as such.
  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void checkName(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,47}")
        || name.startsWith("pg_")
        || RESERVED.contains(name)) {
      throw new PlatformException(
              "a service name has lower-case letters, digits and underscores and is not reserved")
          .with("name", name);
    }
  }

  private static PlatformException fault(SQLException e, String name) {
    return new PlatformException("role and schema cannot be prepared", e).with("name", name);
  }
}
