// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.market.ProviderHint;
import org.elastos.smartweb.platform.db.Sql;

/// Hints who serves which file. Works inside the caller's transaction. Stateless.
public final class ProviderStore {
  /// Hints that are kept of one file.
  static final int MAX_PER_FILE = 32;

  /// How long a hint that nobody renews keeps its place when others want it.
  static final Duration LIFETIME = Duration.ofDays(1);

  private final CatalogueReader catalogue;
  private final boolean anyHost;

  /// @param anyHost whether hosts of one's own network are taken too, for development
  public ProviderStore(ChainId chain, boolean anyHost) {
    this.catalogue = new CatalogueReader(chain);
    this.anyHost = anyHost;
  }

  /// The hints of a file, the latest announced first.
  public List<ProviderHint> of(Sql sql, String cid) throws SQLException {
    return sql
        .query(
            "SELECT url FROM provider WHERE cid = ? ORDER BY announced DESC, url LIMIT ?",
            row -> ProviderHint.parse(cid, row.text("url")),
            cid,
            MAX_PER_FILE)
        .stream()
        .flatMap(hint -> hint.stream())
        .toList();
  }

  /// Keeps a hint of a file that an edition points to; one that is known is only renewed.
  public Verdict announce(Sql sql, ProviderHint hint, Instant now) throws SQLException {
    if (!anyHost && !hint.isPublic()) {
      return Verdict.URL_NOT_PUBLIC;
    }
    if (!catalogue.pointsTo(sql, hint.cid())) {
      return Verdict.CID_UNKNOWN;
    }
    sql.advisoryLock("provider/" + hint.cid());
    String url = hint.url().toString();
    if (sql.update(
            "UPDATE provider SET announced = ? WHERE cid = ? AND url = ?", now, hint.cid(), url)
        > 0) {
      return Verdict.TAKEN;
    }
    sql.update(
        "DELETE FROM provider WHERE cid = ? AND announced < ?", hint.cid(), now.minus(LIFETIME));
    if (of(sql, hint.cid()).size() >= MAX_PER_FILE) {
      return Verdict.TOO_MANY_PROVIDERS;
    }
    sql.update("INSERT INTO provider (cid, url, announced) VALUES (?, ?, ?)", hint.cid(), url, now);
    return Verdict.TAKEN;
  }
}
