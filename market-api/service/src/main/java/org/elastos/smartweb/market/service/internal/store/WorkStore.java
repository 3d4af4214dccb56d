// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.ddrm.Statement;
import org.elastos.smartweb.market.Work;
import org.elastos.smartweb.platform.db.Sql;

/// What creators state about their works. Works inside the caller's transaction. Stateless.
public final class WorkStore {
  private static final String TERMS = "terms";
  private static final String FACE = "face";

  private final CatalogueReader catalogue;

  /// Keeps works that editions of this chain are for.
  public WorkStore(ChainId chain) {
    this.catalogue = new CatalogueReader(chain);
  }

  /// A work with all its statements.
  public Optional<Work> find(Sql sql, AssetId asset) throws SQLException {
    Optional<Bytes> core =
        sql.queryOne(
            "SELECT core FROM work WHERE asset = ?",
            row -> Bytes.of(row.bytes("core")),
            (Object) asset.hash().bytes());
    if (core.isEmpty()) {
      return Optional.empty();
    }
    return Work.verify(core.get(), chain(sql, asset, TERMS), chain(sql, asset, FACE));
  }

  /// Keeps a verified work that some edition is for, or the statements of it that are new. Chains
  /// only grow; whoever brings older ones changes nothing.
  public Verdict offer(Sql sql, Work work, Instant now) throws SQLException {
    boolean sold =
        catalogue.editionsOf(sql, work.assetId()).stream()
            .anyMatch(edition -> work.opensWith(edition.channel(), edition.id()));
    if (!sold) {
      return Verdict.EDITION_UNKNOWN;
    }
    sql.advisoryLock("work/" + work.assetId());
    List<Bytes> terms = chain(sql, work.assetId(), TERMS);
    List<Bytes> faces = chain(sql, work.assetId(), FACE);
    List<Bytes> newTerms = encoded(work.termsChain());
    List<Bytes> newFaces = encoded(work.faceChain());
    if (forked(terms, newTerms) || forked(faces, newFaces)) {
      return Verdict.STATEMENT_FORK;
    }
    sql.update(
        """
        INSERT INTO work (asset, core, updated) VALUES (?, ?, ?)
        ON CONFLICT (asset) DO UPDATE SET updated = excluded.updated
        """,
        work.assetId().hash().bytes(),
        work.core().encoded().bytes(),
        now);
    insert(sql, work.assetId(), TERMS, newTerms);
    insert(sql, work.assetId(), FACE, newFaces);
    return Verdict.TAKEN;
  }

  private static boolean forked(List<Bytes> kept, List<Bytes> offered) {
    int shared = Math.min(kept.size(), offered.size());
    return !kept.subList(0, shared).equals(offered.subList(0, shared));
  }

  private static void insert(Sql sql, AssetId asset, String kind, List<Bytes> statements)
      throws SQLException {
    List<Integer> numbers = IntStream.range(0, statements.size()).boxed().toList();
    sql.batch(
        """
        INSERT INTO work_statement (asset, kind, seq, statement) VALUES (?, ?, ?, ?)
        ON CONFLICT (asset, kind, seq) DO NOTHING
        """,
        numbers,
        number ->
            new Object[] {asset.hash().bytes(), kind, number, statements.get(number).bytes()});
  }

  private static List<Bytes> chain(Sql sql, AssetId asset, String kind) throws SQLException {
    return sql.query(
        "SELECT statement FROM work_statement WHERE asset = ? AND kind = ? ORDER BY seq",
        row -> Bytes.of(row.bytes("statement")),
        asset.hash().bytes(),
        kind);
  }

  private static List<Bytes> encoded(List<Statement> statements) {
    return statements.stream().map(one -> Bytes.of(one.toCbor().encode())).toList();
  }
}
