// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.db;

import java.sql.SQLException;

/// Makes a value from the current row; must not keep the row.
@FunctionalInterface
public interface RowMapper<T> {
  T map(Row row) throws SQLException;
}
