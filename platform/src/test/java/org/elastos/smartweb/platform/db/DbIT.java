// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.elastos.smartweb.platform.PlatformException;
import org.elastos.smartweb.platform.offload.Offload;
import org.elastos.smartweb.platform.postgres.PostgresOptions;
import org.elastos.smartweb.platform.postgres.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DbIT {
  @TempDir static Path temporary;
  private static PostgresServer server;
  private static int schemas;
  private DatabaseAccess access;
  private Db db;

  @BeforeAll
  static void startServer() {
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "smartweb");
    server =
        PostgresServer.start(
            PostgresOptions.in(temporary.resolve("pg"), cache, new SecureRandom())
                .withoutDurability());
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void open() {
    access = server.provision("t" + ++schemas);
    db = Db.open(access, DbOptions.DEFAULT.withConnections(4));
    db.inTransaction(sql -> sql.update("CREATE TABLE counter (n bigint PRIMARY KEY)"));
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void readsBackWhatItBinds() {
    UUID id = UUID.fromString("00000000-0000-7000-8000-000000000001");
    Instant at = Instant.parse("2026-11-23T01:02:03.123456Z");
    BigInteger big = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
    boolean same =
        db.inTransaction(sql ->
            sql.queryOne(
                    """
                    SELECT ?::bytea AS b, ?::numeric AS n, ?::timestamptz AS t, ?::uuid AS u,
                           ?::text AS e, ?::bigint AS l, ?::int AS i, ?::boolean AS z,
                           ?::text AS nothing
                    """,
                    row ->
                        row.bytes("b")[1] == 2
                            && row.numeric("n").equals(big)
                            && row.instant("t").equals(at)
                            && row.uuid("u").equals(id)
                            && row.text("e").equals("SECONDS")
                            && row.bigint("l") == Long.MAX_VALUE
                            && row.integer("i") == 7
                            && row.bool("z")
                            && row.optionalText("nothing").isEmpty()
                            && row.optionalBytes("b").isPresent()
                            && row.optionalNumeric("n").isPresent()
                            && row.optionalInstant("t").isPresent()
                            && row.optionalBigint("l").isPresent(),
                    new byte[] {1, 2},
                    big,
                    at,
                    id,
                    TimeUnit.SECONDS,
                    Long.MAX_VALUE,
                    7,
                    true,
                    null)
                .orElseThrow());
    assertThat(same).isTrue();
  }

  @Test
  void faultsOnANullWhereAValueIsAskedForAndOnASecondRow() {
    assertThatThrownBy(() ->
            db.inTransaction(sql -> sql.query("SELECT NULL::text AS x", row -> row.text("x"))))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("column=x");
    assertThatThrownBy(() ->
            db.inTransaction(
                sql -> sql.queryOne("SELECT generate_series(1, 2) AS x", r -> r.integer("x"))))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("more than one row");
  }

  @Test
  void rollsBackWhenTheWorkThrows() {
    assertThatThrownBy(() ->
            db.inTransaction(sql -> {
              sql.update("INSERT INTO counter VALUES (1)");
              throw new IllegalStateException("no");
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(numbers()).isEmpty();
  }

  @Test
  void writesManyRowsInGroupsAndFindsThemByArray() {
    List<Long> many = new ArrayList<>();
    for (long i = 0; i < 1201; i++) {
      many.add(i);
    }
    db.inTransaction(sql -> {
      sql.batch("INSERT INTO counter VALUES (?)", many, n -> new Object[] {n});
      return null;
    });
    assertThat(numbers()).hasSize(1201);
    List<Long> two =
        db.inTransaction(sql ->
            sql.query(
                "SELECT n FROM counter WHERE n = ANY (?) ORDER BY n",
                row -> row.bigint("n"),
                sql.array("bigint", 3L, 5L, 9_999L)));
    assertThat(two).containsExactly(3L, 5L);
  }

  @Test
  void namesADuplicate() {
    db.inTransaction(sql -> sql.update("INSERT INTO counter VALUES (1)"));
    assertThatThrownBy(() -> db.inTransaction(sql -> sql.update("INSERT INTO counter VALUES (1)")))
        .isInstanceOfSatisfying(DbException.class, e -> assertThat(e.isDuplicate()).isTrue());
  }

  @Test
  void retriesSerializableWorkUntilItsConflictsAreOver() throws Exception {
    db.inTransaction(sql -> sql.update("INSERT INTO counter VALUES (0)"));
    AtomicInteger runs = new AtomicInteger();
    Callable<Integer> increment =
        () ->
            db.serializable(sql -> {
              runs.incrementAndGet();
              long n = sql.queryOne("SELECT n FROM counter", row -> row.bigint("n")).orElseThrow();
              return sql.update("UPDATE counter SET n = ?", n + 1);
            });
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Integer> result : threads.invokeAll(Collections.nCopies(20, increment))) {
        assertThat(result.get(30, TimeUnit.SECONDS)).isEqualTo(1);
      }
    }
    assertThat(numbers()).containsExactly(20L);
    assertThat(runs.get()).isGreaterThanOrEqualTo(20);
  }

  @Test
  void givesUpAfterItsAttemptsAndKeepsTheHistory() {
    AtomicInteger runs = new AtomicInteger();
    try (Db patientThrice = Db.open(access, DbOptions.DEFAULT.withAttempts(3))) {
      assertThatThrownBy(() ->
              patientThrice.serializable(sql -> {
                throw new SQLException("conflict " + runs.incrementAndGet(), "40001");
              }))
          .isInstanceOf(DbException.class)
          .cause()
          .hasMessage("conflict 3")
          .satisfies(last ->
              assertThat(last.getSuppressed())
                  .singleElement()
                  .satisfies(second -> assertThat(second).hasMessage("conflict 2")));
    }
    assertThat(runs).hasValue(3);
  }

  @Test
  void retriesNothingButConflicts() {
    AtomicInteger runs = new AtomicInteger();
    assertThatThrownBy(() ->
            db.serializable(sql -> {
              runs.incrementAndGet();
              return sql.update("INSERT INTO missing VALUES (1)");
            }))
        .isInstanceOf(DbException.class);
    assertThat(runs).hasValue(1);
  }

  @Test
  void holdsANamedLockUntilTheTransactionEndsAndPerSchema() {
    DatabaseAccess other = server.provision("other" + schemas);
    try (Db elsewhere = Db.open(other, DbOptions.DEFAULT.withConnections(1))) {
      db.inTransaction(sql -> {
        sql.advisoryLock("relay");
        assertThat(db.<Boolean>inTransaction(rival -> rival.tryAdvisoryLock("relay"))).isFalse();
        assertThat(db.<Boolean>inTransaction(rival -> rival.tryAdvisoryLock("sweep"))).isTrue();
        assertThat(elsewhere.<Boolean>inTransaction(s -> s.tryAdvisoryLock("relay"))).isTrue();
        return null;
      });
    }
    assertThat(db.<Boolean>inTransaction(sql -> sql.tryAdvisoryLock("relay"))).isTrue();
  }

  @Test
  void endsAStatementThatTakesTooLong() {
    DbOptions impatient = DbOptions.DEFAULT.withStatementTimeout(Duration.ofMillis(100));
    try (Db quick = Db.open(access, impatient)) {
      assertThatThrownBy(() ->
              quick.inTransaction(
                  sql -> sql.query("SELECT pg_sleep(20)::text AS s", row -> row.text("s"))))
          .isInstanceOfSatisfying(
              DbException.class, e -> assertThat(e.sqlState()).isEqualTo("57014"));
    }
  }

  @Test
  void worksForCallersThatMustNotBlock() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (Offload offload = new Offload(vertx, "db", 4, 100)) {
      AsyncDb async = db.async(offload);
      Integer written =
          async
              .inTransaction(sql -> sql.update("INSERT INTO counter VALUES (5)"))
              .compose(rows -> async.serializable(sql -> sql.update("UPDATE counter SET n = 6")))
              .toCompletionStage()
              .toCompletableFuture()
              .get(20, TimeUnit.SECONDS);
      assertThat(written).isEqualTo(1);
      assertThat(numbers()).containsExactly(6L);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
  }

  private List<Long> numbers() {
    return db.inTransaction(
        sql -> sql.query("SELECT n FROM counter ORDER BY n", row -> row.bigint("n")));
  }
}
