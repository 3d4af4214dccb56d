// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.ChainPointCodec;
import org.elastos.smartweb.chain.mainchain.ChainOrigin;
import org.elastos.smartweb.chain.mainchain.MainchainException;
import org.elastos.smartweb.platform.db.Sql;

/// The first block of a stored chain. Stateless.
final class Beginning {
  private Beginning() {}

  static Optional<ChainOrigin> read(Sql sql) throws SQLException {
    return sql.queryOne(
        "SELECT network, origin FROM mainchain_position",
        row ->
            new ChainOrigin(row.text("network"), PostgresHeaderStore.point(row.bytes("origin"))));
  }

  static boolean begin(Sql sql, ChainOrigin origin) throws SQLException {
    sql.advisoryLock("mainchain/begin");
    Optional<ChainOrigin> earlier = read(sql);
    if (earlier.isPresent()) {
      requireSame(earlier.get(), origin);
      return false;
    }
    ChainPoint point = origin.point();
    byte[] bytes = ChainPointCodec.write(point).bytes();
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
    sql.update(
        """
        INSERT INTO mainchain_position (network, origin, best, final_height, kept_from)
        VALUES (?, ?, ?, ?, ?)
        """,
        origin.network(),
        bytes,
        point.hash().bytes(),
        point.height(),
        point.height());
    return true;
  }

  private static void requireSame(ChainOrigin earlier, ChainOrigin now) {
    if (!earlier.equals(now)) {
      throw new MainchainException(
          "origin_differs",
          "the stored chain began from another block",
          Map.of(
              "stored", earlier.network() + " " + earlier.point().height(),
              "given", now.network() + " " + now.point().height()));
    }
  }
}
