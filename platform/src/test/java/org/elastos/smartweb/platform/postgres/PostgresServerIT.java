// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.elastos.smartweb.platform.PlatformException;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.DbOptions;
import org.elastos.smartweb.platform.state.FreePorts;
import org.elastos.smartweb.platform.state.SecretFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The life of a server: fresh, stopped, killed, left over, and in the way of somebody else.
final class PostgresServerIT {
  private static final Path CACHE = Path.of(System.getProperty("user.home"), ".cache", "smartweb");

  @TempDir Path temporary;

  @Test
  void keepsDataFromOneLifeToTheNext() {
    PostgresOptions options = quick().withPort(FreePorts.next());
    try (PostgresServer server = PostgresServer.start(options)) {
      assertThat(server.port()).isEqualTo(options.port());
      write(server, "kept");
    }
    try (PostgresServer server = PostgresServer.start(options)) {
      assertThat(read(server)).containsExactly("kept");
    }
  }

  @Test
  void runsDurablyAndAsksForPasswordsAndListensOnLoopbackOnly() throws Exception {
    try (PostgresServer server = PostgresServer.start(durable(0))) {
      DatabaseAccess access = server.provision("service");
      assertThat(setting(access, "fsync")).isEqualTo("on");
      assertThat(setting(access, "full_page_writes")).isEqualTo("on");
      assertThat(setting(access, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(access, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(setting(access, "server_version")).startsWith("18.6");
      assertThat(Files.readString(temporary.resolve("pg/data/postgresql.conf")))
          .contains("unix_socket_directories = ''");
      assertThat(Files.readString(temporary.resolve("pg/data/pg_hba.conf")))
          .isEqualTo("host all all 127.0.0.1/32 scram-sha-256\n");
      assertThatThrownBy(
              () -> DriverManager.getConnection(access.jdbcUrl(), access.role(), "wrong").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void keepsPasswordsInFilesOfTheOwnerOnlyAndOutOfTheServerLog() throws Exception {
    try (PostgresServer server = PostgresServer.start(quick())) {
      DatabaseAccess access = server.provision("service");
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(access.passwordFile())))
          .isEqualTo("rw-------");
      String password = SecretFile.read(access.passwordFile());
      assertThat(password).hasSize(44);
      assertThat(Files.readString(temporary.resolve("pg/server.log"))).doesNotContain(password);
      assertThat(access.toString()).doesNotContain(password);
      assertThat(server.provision("service")).isEqualTo(access);
      assertThat(SecretFile.read(access.passwordFile())).isEqualTo(password);
    }
  }

  @Test
  void refusesASecondOwnerOfTheSameDirectory() {
    PostgresOptions options = quick();
    try (PostgresServer first = PostgresServer.start(options)) {
      assertThat(first.port()).isPositive();
      assertThatThrownBy(() -> PostgresServer.start(options))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("another running process uses this directory")
          .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
    }
  }

  @Test
  void refusesAPortInUseAndSaysSo() {
    try (PostgresServer first = PostgresServer.start(quick())) {
      PostgresOptions second =
          PostgresOptions.in(temporary.resolve("other"), CACHE, new SecureRandom())
              .withoutDurability()
              .withPort(first.port());
      assertThatThrownBy(() -> PostgresServer.start(second))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("PostgreSQL did not start")
          .hasMessageContaining("Address already in use");
    }
  }

  @Test
  void continuesAfterItsJvmWasKilled() throws Exception {
    Process owner = OwnerMain.launch(temporary.resolve("pg"), CACHE);
    ProcessHandle postmaster = postmaster();
    owner.destroyForcibly().waitFor();
    assertThat(postmaster.isAlive()).as("the server outlives its JVM").isTrue();
    try (PostgresServer server = PostgresServer.start(quick())) {
      await().atMost(Duration.ofSeconds(10)).until(() -> !postmaster.isAlive());
      assertThat(read(server)).containsExactly("by the killed JVM");
    }
  }

  @Test
  void recoversAfterTheServerItselfWasKilledAndItsPidWentToSomebodyElse() throws Exception {
    PostgresOptions options = durable(0);
    PostgresServer killed = PostgresServer.start(options);
    write(killed, "committed before the crash");
    ProcessHandle postmaster = postmaster();
    postmaster.destroyForcibly();
    await().atMost(Duration.ofSeconds(10)).until(() -> !postmaster.isAlive());
    killed.close();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Path pidFile = temporary.resolve("pg/data/postmaster.pid");
      Files.writeString(pidFile, stranger.pid() + "\n/somewhere\n");
      try (PostgresServer server = PostgresServer.start(options)) {
        assertThat(read(server)).containsExactly("committed before the crash");
        assertThat(stranger.isAlive()).as("the stranger was left alone").isTrue();
      }
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void startsAnewWhenTheFirstStartDiedHalfway() throws Exception {
    Files.createDirectories(temporary.resolve("pg/data.new/base"));
    Files.writeString(temporary.resolve("pg/data.new/PG_VERSION"), "18");
    try (PostgresServer server = PostgresServer.start(quick())) {
      write(server, "whole");
      assertThat(read(server)).containsExactly("whole");
    }
  }

  @Test
  void refusesNamesThatAreNoPlainIdentifiers() {
    try (PostgresServer server = PostgresServer.start(quick())) {
      for (String name : List.of("", "Node", "a-b", "pg_node", "public", "a\"b", "1node")) {
        assertThatThrownBy(() -> server.provision(name))
            .as(name)
            .isInstanceOf(PlatformException.class);
      }
      assertThat(server.provision("user").schema()).isEqualTo("user");
    }
  }

  private PostgresOptions quick() {
    return durable(0).withoutDurability();
  }

  private PostgresOptions durable(int port) {
    return PostgresOptions.in(temporary.resolve("pg"), CACHE, new SecureRandom()).withPort(port);
  }

  private ProcessHandle postmaster() throws Exception {
    String pid = Files.readAllLines(temporary.resolve("pg/data/postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  static void write(PostgresServer server, String value) {
    try (Db db = Db.open(server.provision("service"), DbOptions.DEFAULT.withConnections(1))) {
      db.inTransaction(sql -> sql.update("CREATE TABLE note (body text NOT NULL)"));
      db.inTransaction(sql -> sql.update("INSERT INTO note VALUES (?)", value));
    }
  }

  private static List<String> read(PostgresServer server) {
    try (Db db = Db.open(server.provision("service"), DbOptions.DEFAULT.withConnections(1))) {
      return db.inTransaction(sql -> sql.query("SELECT body FROM note", row -> row.text("body")));
    }
  }

  private static String setting(DatabaseAccess access, String name) {
    try (Db db = Db.open(access, DbOptions.DEFAULT.withConnections(1))) {
      return db.inTransaction(sql ->
          sql.queryOne("SELECT current_setting(?) AS v", row -> row.text("v"), name).orElseThrow());
    }
  }
}
