// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.DbException;
import org.elastos.smartweb.platform.db.DbOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One node's role sees nothing of another node's schema, whichever way it tries, in both
/// directions.
final class IsolationIT {
  private static final String PERMISSION_DENIED = "42501";

  @TempDir static Path temporary;
  private static PostgresServer server;

  @BeforeAll
  static void start() {
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "smartweb");
    server =
        PostgresServer.start(
            PostgresOptions.in(temporary.resolve("pg"), cache, new SecureRandom())
                .withoutDurability());
    for (String node : List.of("node_1", "node_2")) {
      try (Db db = open(node)) {
        db.inTransaction(sql -> sql.update("CREATE TABLE share (body text NOT NULL)"));
        db.inTransaction(sql -> sql.update("INSERT INTO share VALUES (?)", "secret of " + node));
        db.inTransaction(sql -> sql.update("CREATE SEQUENCE counter"));
        db.inTransaction(sql ->
            sql.update(
                "CREATE FUNCTION leak() RETURNS text LANGUAGE sql SECURITY DEFINER"
                    + " AS 'SELECT body FROM share'"));
      }
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"node_1, node_2", "node_2, node_1"})
  void readsItsOwnSchema(String self, String other) {
    try (Db db = open(self)) {
      assertThat(texts(db, "SELECT body FROM share"))
          .containsExactly("secret of " + self)
          .doesNotContain("secret of " + other);
    }
  }

  @ParameterizedTest
  @CsvSource({"node_1, node_2", "node_2, node_1"})
  void isRefusedTheOthersTablesFunctionsAndSequences(String self, String other) {
    refused(self, "SELECT * FROM " + other + ".share");
    refused(self, "INSERT INTO " + other + ".share VALUES ('x')");
    refused(self, "SELECT " + other + ".leak()");
    refused(self, "SELECT nextval('" + other + ".counter')");
    refused(self, "CREATE TABLE " + other + ".mine (x int)");
    refused(self, "CREATE VIEW peek AS SELECT * FROM " + other + ".share");
    refused(self, "LOCK TABLE " + other + ".share");
    refused(self, "DROP SCHEMA " + other + " CASCADE");
    refused(self, "COPY " + other + ".share TO STDOUT");
  }

  @ParameterizedTest
  @CsvSource({"node_1, node_2", "node_2, node_1"})
  void findsNothingThroughTheSearchPath(String self, String other) {
    try (Db db = open(self)) {
      assertThatThrownBy(() ->
              db.inTransaction(sql -> {
                sql.update("SET LOCAL search_path = " + other);
                return sql.query("SELECT * FROM share", r -> r.text("body"));
              }))
          .isInstanceOf(DbException.class)
          .hasMessageContaining("42P01");
      List<String> both =
          db.inTransaction(sql -> {
            sql.update("SET LOCAL search_path = " + other + ", " + self);
            return sql.query("SELECT * FROM share", r -> r.text("body"));
          });
      assertThat(both).containsExactly("secret of " + self);
    }
  }

  @ParameterizedTest
  @CsvSource({"node_1, node_2", "node_2, node_1"})
  void cannotBecomeSomebodyElseOrReadWhatOnlyTheAdministratorMay(String self, String other) {
    refused(self, "SET ROLE " + other);
    refused(self, "SET ROLE smartweb_admin");
    refused(self, "GRANT " + other + " TO " + self);
    refused(self, "ALTER ROLE " + other + " PASSWORD 'mine'");
    refused(self, "CREATE ROLE intruder");
    refused(self, "SELECT rolpassword FROM pg_authid");
    refused(self, "SELECT passwd FROM pg_shadow");
    refused(self, "SELECT * FROM pg_statistic");
    refused(self, "SELECT pg_read_file('pg_hba.conf')");
    refused(self, "COPY share FROM PROGRAM 'cat pg_hba.conf'");
    refused(self, "CREATE TEMP TABLE scratch (x int)");
    refused(self, "CREATE SCHEMA another");
    refused(self, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename <> user");
  }

  @ParameterizedTest
  @CsvSource({"node_1, node_2", "node_2, node_1"})
  void learnsNoPasswordHashAndNoContentFromTheCatalogue(String self, String other) {
    try (Db db = open(self)) {
      assertThat(texts(db, "SELECT DISTINCT rolpassword FROM pg_roles"))
          .containsExactly("********");
      assertThat(texts(db, "SELECT tablename FROM pg_stats WHERE schemaname = ?", other)).isEmpty();
      assertThat(
              texts(
                  db,
                  "SELECT table_name FROM information_schema.tables WHERE table_schema = ?",
                  other))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"node_1", "node_2"})
  void entersNoOtherDatabaseAndFindsNoPublicSchema(String self) {
    DatabaseAccess own = server.provision(self);
    for (String database : List.of("postgres", "template1")) {
      String url = own.jdbcUrl().replaceAll("/smartweb$", "/" + database);
      DatabaseAccess elsewhere = new DatabaseAccess(url, self, own.passwordFile());
      assertThatThrownBy(() -> elsewhere.connect().close())
          .hasMessageContaining("permission denied for database");
    }
    try (Db db = open(self)) {
      assertThat(texts(db, "SELECT nspname FROM pg_namespace WHERE nspname = 'public'")).isEmpty();
    }
  }

  private static void refused(String role, String statement) {
    try (Db db = open(role)) {
      assertThatThrownBy(() ->
              db.inTransaction(sql -> {
                try (var plain = sql.connection().createStatement()) {
                  return plain.execute(statement);
                }
              }))
          .as(statement)
          .isInstanceOfSatisfying(
              DbException.class, e -> assertThat(e.sqlState()).isEqualTo(PERMISSION_DENIED));
    }
  }

  private static List<String> texts(Db db, String query, Object... parameters) {
    String named = "SELECT body FROM (" + query + ") AS t(body)";
    return db.inTransaction(sql -> sql.query(named, row -> row.text("body"), parameters));
  }

  private static Db open(String service) {
    return Db.open(server.provision(service), DbOptions.DEFAULT.withConnections(1));
  }
}
