// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.platform.db.Db;

/// The market's tables as they lie there, to the byte.
public final class Tables {
  private static final Map<String, String> KEYS =
      Map.of(
          "channel", "address",
          "edition", "id",
          "used_nonce", "channel, seller, nonce",
          "holding", "channel, edition, holder",
          "chain_event", "block, log_index");

  private Tables() {}

  /// Every row of the tables that events fill, as text in a fixed order.
  public static Map<String, List<String>> dump(Db db) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    KEYS.forEach((table, key) ->
        all.put(
            table,
            db.inTransaction(sql ->
                sql.query(
                    "SELECT t::text AS row FROM " + table + " t ORDER BY " + key,
                    row -> row.text("row")))));
    return all;
  }

  /// Empties every table of the market.
  public static void clear(Db db) {
    db.inTransaction(sql ->
        sql.update(
            "TRUNCATE channel, edition, used_nonce, holding, chain_event, followed_block,"
                + " listing, work, work_statement, provider"));
  }
}
