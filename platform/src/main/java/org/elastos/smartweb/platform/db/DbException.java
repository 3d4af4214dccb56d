// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.db;

import java.sql.SQLException;
import org.elastos.smartweb.platform.PlatformException;

/// A fault of the database, with the SQLSTATE that says which.
public final class DbException extends PlatformException {
  private static final long serialVersionUID = 1L;

  private final String sqlState;

  DbException(String text, SQLException cause) {
    super(text, cause);
    String state = cause.getSQLState();
    this.sqlState = state == null ? "" : state;
    with("sqlstate", sqlState);
  }

  /// The five characters of the SQL standard, or nothing when the driver gave none.
  public String sqlState() {
    return sqlState;
  }

  /// True when a unique constraint refused the change (SQLSTATE 23505).
  public boolean isDuplicate() {
    return sqlState.equals("23505");
  }
}
