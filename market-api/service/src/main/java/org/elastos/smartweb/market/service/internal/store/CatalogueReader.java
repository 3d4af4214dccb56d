// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.market.Edition;
import org.elastos.smartweb.market.Page;
import org.elastos.smartweb.platform.db.Row;
import org.elastos.smartweb.platform.db.Sql;

/// Reads editions inside the caller's transaction. Stateless.
public final class CatalogueReader {
  private final ChainId chain;

  /// Reads editions of this chain.
  public CatalogueReader(ChainId chain) {
    this.chain = chain;
  }

  /// Editions after a cursor, in the order in which the chain created them.
  public Page<Edition> editions(Sql sql, Optional<EditionCursor> after, int limit)
      throws SQLException {
    EditionCursor from = after.orElse(EditionCursor.START);
    List<Edition> found =
        sql.query(
            """
            SELECT * FROM edition WHERE (block, log_index) > (?, ?)
            ORDER BY block, log_index LIMIT ?
            """,
            this::edition,
            from.block(),
            from.logIndex(),
            limit + 1);
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty());
    }
    List<Edition> items = found.subList(0, limit);
    return new Page<>(items, Optional.of(EditionCursor.of(items.getLast()).toString()));
  }

  /// One edition.
  public Optional<Edition> edition(Sql sql, EditionId id) throws SQLException {
    return sql.queryOne(
        "SELECT * FROM edition WHERE id = ?", this::edition, (Object) id.hash().bytes());
  }

  /// The editions that say to be for a work; anybody may open such editions.
  public List<Edition> editionsOf(Sql sql, AssetId asset) throws SQLException {
    return sql.query(
        "SELECT * FROM edition WHERE asset = ? ORDER BY block, log_index",
        this::edition,
        (Object) asset.hash().bytes());
  }

  /// Height of the newest indexed block, -1 before the first.
  public long indexed(Sql sql) throws SQLException {
    return sql.queryOne(
            "SELECT coalesce(max(number), -1) AS tip FROM followed_block", row -> row.bigint("tip"))
        .orElseThrow();
  }

  /// Whether some edition points to this file.
  public boolean pointsTo(Sql sql, String cid) throws SQLException {
    return sql.queryOne(
            "SELECT EXISTS (SELECT 1 FROM edition WHERE cid = ?) AS found",
            row -> row.bool("found"),
            cid)
        .orElseThrow();
  }

  private Edition edition(Row row) throws SQLException {
    return EditionRows.read(chain, row);
  }
}
