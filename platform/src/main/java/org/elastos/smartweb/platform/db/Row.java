// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.db;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.elastos.smartweb.platform.PlatformException;
import org.jspecify.annotations.Nullable;

/// One row of a result, read by column name. A null where a value is asked for is a fault; columns
/// that may be null have their `optional…` reader. Valid only inside its [RowMapper].
public final class Row {
  private final ResultSet rows;

  Row(ResultSet rows) {
    this.rows = rows;
  }

  public String text(String column) throws SQLException {
    return present(column, rows.getString(column));
  }

  public int integer(String column) throws SQLException {
    return present(column, rows.getObject(column, Integer.class));
  }

  public long bigint(String column) throws SQLException {
    return present(column, rows.getObject(column, Long.class));
  }

  public boolean bool(String column) throws SQLException {
    return present(column, rows.getObject(column, Boolean.class));
  }

  public byte[] bytes(String column) throws SQLException {
    return present(column, rows.getBytes(column));
  }

  /// A `numeric` column without fraction.
  public BigInteger numeric(String column) throws SQLException {
    return present(column, rows.getBigDecimal(column)).toBigIntegerExact();
  }

  /// A `timestamptz` column.
  public Instant instant(String column) throws SQLException {
    return present(column, rows.getObject(column, OffsetDateTime.class)).toInstant();
  }

  public UUID uuid(String column) throws SQLException {
    return present(column, rows.getObject(column, UUID.class));
  }

  public Optional<String> optionalText(String column) throws SQLException {
    return Optional.ofNullable(rows.getString(column));
  }

  public Optional<Long> optionalBigint(String column) throws SQLException {
    return Optional.ofNullable(rows.getObject(column, Long.class));
  }

  public Optional<byte[]> optionalBytes(String column) throws SQLException {
    return Optional.ofNullable(rows.getBytes(column));
  }

  public Optional<BigInteger> optionalNumeric(String column) throws SQLException {
    return Optional.ofNullable(rows.getBigDecimal(column)).map(BigDecimal::toBigIntegerExact);
  }

  public Optional<Instant> optionalInstant(String column) throws SQLException {
    return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static <T> T present(String column, @Nullable T value) {
    if (value == null) {
      throw new PlatformException("the column is null").with("column", column);
    }
    return value;
  }
}
