// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.db;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What happens inside one transaction. It may run more than once when the database asks for a
/// retry, so it must change nothing outside the database.
@FunctionalInterface
public interface SqlWork<T extends @Nullable Object> {
  T run(Sql sql) throws SQLException;
}
