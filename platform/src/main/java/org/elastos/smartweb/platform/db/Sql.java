// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.db;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.platform.PlatformException;
import org.jspecify.annotations.Nullable;

/// Statements inside one transaction, with positional parameters (`?`; the JSON operator is written
/// `??`). Binds text, numbers, booleans, `byte[]`, [BigInteger] as `numeric`, [Instant] as
/// `timestamptz`, [java.util.UUID], enums by name, arrays by [#array], and null. Valid only inside
/// its [SqlWork] and on its thread.
public final class Sql {
  private static final int BATCH = 500;

  private final Connection connection;
  private final String schema;

  Sql(Connection connection, String schema) {
    this.connection = connection;
    this.schema = schema;
  }

  /// All rows.
  public <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> values = new ArrayList<>();
        Row row = new Row(rows);
        while (rows.next()) {
          values.add(mapper.map(row));
        }
        return values;
      }
    }
  }

  /// The only row, if there is one; two are a fault.
  public <T> Optional<T> queryOne(String sql, RowMapper<T> mapper, @Nullable Object... parameters)
      throws SQLException {
    List<T> rows = query(sql, mapper, parameters);
    if (rows.size() > 1) {
      throw new PlatformException("more than one row where one was expected").with("sql", sql);
    }
    return rows.stream().findFirst();
  }

  /// Runs a change and returns how many rows it touched.
  public int update(String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /// Runs one statement for each item, sent in groups.
  public <T> void batch(String sql, Collection<T> items, Function<T, @Nullable Object[]> parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (T item : items) {
        bind(statement, parameters.apply(item));
        statement.addBatch();
        if (++waiting % BATCH == 0) {
          statement.executeBatch();
        }
      }
      if (waiting % BATCH != 0) {
        statement.executeBatch();
      }
    }
  }

  /// Waits for the named lock of this schema and holds it until the transaction ends.
  public void advisoryLock(String name) throws SQLException {
    query("SELECT pg_advisory_xact_lock(?)::text AS locked", row -> row, lockKey(name));
  }

  /// Takes the named lock of this schema until the transaction ends, unless somebody else holds it.
  public boolean tryAdvisoryLock(String name) throws SQLException {
    return queryOne(
            "SELECT pg_try_advisory_xact_lock(?) AS locked",
            row -> row.bool("locked"),
            lockKey(name))
        .orElseThrow();
  }

  /// An SQL array for `= ANY (?)`, for example of type `bytea` or `text`.
  public Array array(String type, Object... items) throws SQLException {
    return connection.createArrayOf(type, items);
  }

  /// For what this vocabulary lacks; never closed or committed by the caller.
  public Connection connection() {
    return connection;
  }

  private long lockKey(String name) {
    try {
      // Advisory locks are numbers shared by the whole database: the schema's name keeps services
      // from meeting in one by accident.
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((schema + "/" + name).getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      bind(statement, i + 1, parameters[i]);
    }
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, Types.NULL);
      case BigInteger number -> statement.setBigDecimal(index, new BigDecimal(number));
      case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
      case Enum<?> constant -> statement.setString(index, constant.name());
      case Array array -> statement.setArray(index, array);
      case byte[] bytes -> statement.setBytes(index, bytes);
      default -> statement.setObject(index, value);
    }
  }
}
