// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.elastos.smartweb.platform.offload.Offload;
import org.jspecify.annotations.Nullable;

/// The gateway to one service's schema: a bounded pool of connections and transactions on them.
/// Thread-safe. Blocks its caller: on an event loop or in a virtual-thread verticle use [#async].
public final class Db implements AutoCloseable {
  private static final Set<String> RETRYABLE = Set.of("40001", "40P01");
  private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final HikariDataSource pool;
  private final String schema;
  private final int attempts;

  private Db(HikariDataSource pool, String schema, int attempts) {
    this.pool = pool;
    this.schema = schema;
    this.attempts = attempts;
  }

  /// Opens the pool; fails at once when the server does not let the role in.
  public static Db open(DatabaseAccess access, DbOptions options) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(access.dataSource());
    config.setPoolName("db-" + access.role());
    config.setMaximumPoolSize(options.connections());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(options.patience().toMillis());
    config.setInitializationFailTimeout(options.patience().toMillis());
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setIsolateInternalQueries(true);
    config.setConnectionInitSql("SET statement_timeout = " + options.statementTimeout().toMillis());
    return new Db(new HikariDataSource(config), access.schema(), options.attempts());
  }

  /// Runs the work in one READ COMMITTED transaction, once: committed when it returns, rolled back
  /// when it throws.
  ///
  /// @throws DbException when the database refuses
  public <T extends @Nullable Object> T inTransaction(SqlWork<T> work) {
    try {
      return attempt(work, Connection.TRANSACTION_READ_COMMITTED);
    } catch (SQLException e) {
      throw new DbException("the transaction failed", e);
    }
  }

  /// Runs the work in a SERIALIZABLE transaction and again when the database reports a conflict
  /// (SQLSTATE 40001 or 40P01). The work must change nothing outside the database, because it may
  /// run several times. The last failure carries the earlier ones as suppressed.
  ///
  /// @throws DbException when the database refuses, or still reports a conflict at the last attempt
  public <T extends @Nullable Object> T serializable(SqlWork<T> work) {
    @Nullable SQLException earlier = null;
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(work, Connection.TRANSACTION_SERIALIZABLE);
      } catch (SQLException e) {
        if (earlier != null) {
          e.addSuppressed(earlier);
        }
        if (attempt >= attempts || !isConflict(e)) {
          throw new DbException("the transaction failed", e);
        }
        earlier = e;
        pause(attempt);
      }
    }
  }

  /// The same transactions for callers that must not block, carried out by `offload`.
  public AsyncDb async(Offload offload) {
    return new AsyncDb(this, offload);
  }

  /// Closes the pool; running transactions are cut off.
  @Override
  public void close() {
    pool.close();
  }

  private <T extends @Nullable Object> T attempt(SqlWork<T> work, int isolation)
      throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setTransactionIsolation(isolation);
      try {
        T value = work.run(new Sql(connection, schema));
        connection.commit();
        return value;
      } catch (Throwable failure) {
        rollback(connection, failure);
        throw failure;
      }
    }
  }

  private static void rollback(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private static boolean isConflict(SQLException e) {
    String state = e.getSQLState();
    return state != null && RETRYABLE.contains(state);
  }

  /// Waits a random, growing while, so that two rivals do not meet again at once.
  private static void pause(int attempt) {
    long most = Math.min(LONGEST_PAUSE_NANOS, FIRST_PAUSE_NANOS << Math.min(attempt, 16));
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
  }
}
