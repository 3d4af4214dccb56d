// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.store;

import java.sql.SQLException;
import java.util.List;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.ChainPointCodec;
import org.elastos.smartweb.chain.mainchain.Rebase;
import org.elastos.smartweb.chain.mainchain.Settlement;
import org.elastos.smartweb.platform.db.Sql;

/// What only an operator may change, inside one transaction each. Stateless.
final class Deciding {
  private Deciding() {}

  static boolean settle(Sql sql, Settlement decision) throws SQLException {
    if (!lockedAt(sql, decision.basis())) {
      return false;
    }
    leave(sql, decision.dropped());
    mark(sql, decision.dropped(), false);
    mark(sql, decision.adopted(), true);
    for (Hash256 block : decision.adopted()) {
      tell(sql, block, true);
    }
    sql.update(
        """
        WITH RECURSIVE lost AS (
          SELECT hash FROM mainchain_header WHERE hash = ? AND NOT best
          UNION
          SELECT h.hash FROM mainchain_header h JOIN lost ON h.previous = lost.hash
          WHERE NOT h.best
        )
        UPDATE mainchain_header SET rejected = true, point = NULL
        WHERE hash IN (SELECT hash FROM lost)
        """,
        decision.rejected().bytes());
    Hash256 best = decision.adopted().isEmpty() ? decision.basis() : decision.adopted().getLast();
    sql.update(
        "UPDATE mainchain_position SET best = ?, final_height = ?",
        best.bytes(),
        decision.finalHeight());
    sql.update("DELETE FROM mainchain_contest");
    return true;
  }

  static boolean rebase(Sql sql, Rebase rebase) throws SQLException {
    if (!lockedAt(sql, rebase.basis())) {
      return false;
    }
    leave(sql, rebase.dropped());
    mark(sql, rebase.dropped(), false);
    ChainPoint point = rebase.origin().point();
    sql.update("DELETE FROM mainchain_header WHERE NOT best");
    byte[] bytes = ChainPointCodec.write(point).bytes();
    int known =
        sql.update(
            "UPDATE mainchain_header SET point = ?, work = ? WHERE hash = ?",
            bytes,
            point.totalWork(),
            point.hash().bytes());
    if (known == 0) {
      sql.update(
          """
          INSERT INTO mainchain_header (hash, height, previous, work, point, best)
          VALUES (?, ?, ?, ?, ?, true)
          """,
          point.hash().bytes(),
          point.height(),
          point.previous().bytes(),
          point.totalWork(),
          bytes);
      tell(sql, point.hash(), true);
    }
    sql.update(
        "UPDATE mainchain_position SET origin = ?, best = ?, final_height = ?",
        bytes,
        point.hash().bytes(),
        point.height());
    sql.update("DELETE FROM mainchain_contest");
    return true;
  }

  private static boolean lockedAt(Sql sql, Hash256 basis) throws SQLException {
    return sql.queryOne(
            "SELECT best FROM mainchain_position FOR UPDATE",
            row -> Hash256.of(row.bytes("best")).equals(basis))
        .orElseThrow(() -> new IllegalStateException("the chain has not begun"));
  }

  private static void leave(Sql sql, List<Hash256> blocks) throws SQLException {
    for (Hash256 block : blocks) {
      tell(sql, block, false);
    }
  }

  private static void tell(Sql sql, Hash256 block, boolean joined) throws SQLException {
    sql.update(
        """
        WITH next AS (
          UPDATE mainchain_position SET last_event = last_event + 1 RETURNING last_event
        )
        INSERT INTO mainchain_event (number, joined, height, hash)
        SELECT next.last_event, ?, h.height, h.hash FROM next, mainchain_header h
        WHERE h.hash = ?
        """,
        joined,
        block.bytes());
  }

  private static void mark(Sql sql, List<Hash256> blocks, boolean best) throws SQLException {
    byte[][] hashes = blocks.stream().map(Hash256::bytes).toArray(byte[][]::new);
    sql.update(
        "UPDATE mainchain_header SET best = ? WHERE hash = ANY (?)",
        best,
        sql.array("bytea", (Object[]) hashes));
  }
}
