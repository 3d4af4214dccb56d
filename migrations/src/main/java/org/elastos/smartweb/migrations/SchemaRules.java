// SPDX-License-Identifier: MIT
package org.elastos.smartweb.migrations;

import java.util.List;
import org.elastos.smartweb.platform.db.Db;

/// The rules that every schema keeps; a component's tests ask for its breaches. Stateless.
public final class SchemaRules {
  private static final String BREACHES =
      """
      WITH own AS (
        SELECT c.oid, c.relname
        FROM pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace
          AND c.relkind IN ('r', 'p')
          AND c.relname NOT LIKE 'history\\_%'
      )
      SELECT relname || ': the table has no comment' AS breach
      FROM own
      WHERE obj_description(oid, 'pg_class') IS NULL
      UNION ALL
      SELECT relname || ': the table has no primary key'
      FROM own
      WHERE NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = own.oid AND i.indisprimary)
      UNION ALL
      SELECT own.relname || '.' || a.attname || ': ' || t.typname || ' is not allowed'
      FROM own
      JOIN pg_attribute a ON a.attrelid = own.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_type t ON t.oid = a.atttypid
      WHERE t.typname IN ('float4', 'float8', 'money', 'timestamp', 'time', 'timetz', 'bpchar')
      ORDER BY breach
      """;

  private SchemaRules() {}

  /// What in the schema breaks a rule: a table without comment or primary key, an amount that is
  /// not exact, a time without zone. Empty when all is well.
  public static List<String> breaches(Db db) {
    return db.inTransaction(sql -> sql.query(BREACHES, row -> row.text("breach")));
  }
}
