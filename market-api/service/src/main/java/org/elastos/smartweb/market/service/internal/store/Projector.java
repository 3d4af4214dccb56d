// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.store;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.market.ChannelEvent;
import org.elastos.smartweb.market.Edition;
import org.elastos.smartweb.market.EditionProjection;
import org.elastos.smartweb.market.Holding;
import org.elastos.smartweb.platform.db.Sql;

/// Keeps the tables that follow from events in step with them, inside the caller's transaction.
/// Must say the same as {@link org.elastos.smartweb.market.Catalogue}.
final class Projector {
  private final ChannelLogs logs;

  Projector(ChannelLogs logs) {
    this.logs = logs;
  }

  /// Events that were added, ascending.
  void add(Sql sql, List<ChannelEvent> events) throws SQLException {
    addChannels(sql, of(ChannelEvent.Opened.class, events));
    addNonces(sql, of(ChannelEvent.OfNonce.class, events));
    changeHoldings(sql, of(ChannelEvent.Moved.class, events), false);
    List<ChannelEvent.OfEdition> ofEditions = of(ChannelEvent.OfEdition.class, events);
    Map<EditionId, Edition> editions = load(sql, editionsOf(ofEditions));
    EditionRows.upsert(sql, fold(editions, ofEditions));
  }

  /// Events above `block`, already deleted from the record.
  void remove(Sql sql, long block, List<ChannelEvent> events) throws SQLException {
    sql.update("DELETE FROM channel WHERE block > ?", block);
    sql.update("DELETE FROM used_nonce WHERE block > ?", block);
    changeHoldings(sql, of(ChannelEvent.Moved.class, events), true);
    for (EditionId edition : editionsOf(of(ChannelEvent.OfEdition.class, events))) {
      sql.update("DELETE FROM edition WHERE id = ?", (Object) edition.hash().bytes());
      EditionRows.upsert(sql, fold(new HashMap<>(), recorded(sql, edition)));
    }
  }

  void clear(Sql sql) throws SQLException {
    for (String table : List.of("channel", "used_nonce", "holding", "edition")) {
      sql.update("DELETE FROM " + table);
    }
  }

  private static void addChannels(Sql sql, List<ChannelEvent.Opened> opened) throws SQLException {
    sql.batch(
        """
        INSERT INTO channel (address, owner, name, block) VALUES (?, ?, ?, ?)
        ON CONFLICT (address) DO NOTHING
        """,
        opened,
        one ->
            new Object[] {
              one.channel().address().bytes(), one.owner().bytes(), one.name(), one.at().block()
            });
  }

  private static void addNonces(Sql sql, List<ChannelEvent.OfNonce> used) throws SQLException {
    sql.batch(
        """
        INSERT INTO used_nonce (channel, seller, nonce, block) VALUES (?, ?, ?, ?)
        ON CONFLICT (channel, seller, nonce) DO NOTHING
        """,
        used,
        one ->
            new Object[] {
              one.channel().address().bytes(), one.seller().bytes(), one.nonce(), one.at().block()
            });
  }

  private static void changeHoldings(Sql sql, List<ChannelEvent.Moved> moves, boolean undo)
      throws SQLException {
    Map<Holding, BigInteger> changes = new LinkedHashMap<>();
    moves.forEach(move ->
        Holding.changes(move).forEach((held, by) -> changes.merge(held, by, BigInteger::add)));
    changes.values().removeIf(by -> by.signum() == 0);
    sql.batch(
        """
        INSERT INTO holding (channel, edition, holder, units) VALUES (?, ?, ?, ?)
        ON CONFLICT (channel, edition, holder) DO UPDATE SET units = holding.units + excluded.units
        """,
        changes.entrySet(),
        one -> parameters(one.getKey(), undo ? one.getValue().negate() : one.getValue()));
    sql.batch(
        "DELETE FROM holding WHERE channel = ? AND edition = ? AND holder = ? AND units = ?",
        changes.keySet(),
        one -> parameters(one, BigInteger.ZERO));
  }

  private static Object[] parameters(Holding holding, BigInteger units) {
    return new Object[] {
      holding.channel().address().bytes(),
      holding.edition().hash().bytes(),
      holding.holder().bytes(),
      units
    };
  }

  private Map<EditionId, Edition> load(Sql sql, Set<EditionId> ids) throws SQLException {
    Map<EditionId, Edition> editions = new HashMap<>();
    ChainId chain = logs.chain();
    Object[] keys = ids.stream().map(id -> id.hash().bytes()).toArray(byte[][]::new);
    sql.query(
            "SELECT * FROM edition WHERE id = ANY (?)",
            row -> EditionRows.read(chain, row),
            sql.array("bytea", keys))
        .forEach(edition -> editions.put(edition.id(), edition));
    return editions;
  }

  private List<ChannelEvent.OfEdition> recorded(Sql sql, EditionId edition) throws SQLException {
    return of(
        ChannelEvent.OfEdition.class,
        sql
            .query(
                """
                SELECT block, log_index, block_hash, transaction, contract, topics, data
                FROM chain_event WHERE edition = ? ORDER BY block, log_index
                """,
                EventRows::read,
                (Object) edition.hash().bytes())
            .stream()
            .flatMap(log -> logs.read(log).stream())
            .toList());
  }

  private static Collection<Edition> fold(
      Map<EditionId, Edition> editions, List<ChannelEvent.OfEdition> events) {
    for (ChannelEvent.OfEdition event : events) {
      EditionProjection.next(Optional.ofNullable(editions.get(event.edition())), event)
          .ifPresent(edition -> editions.put(event.edition(), edition));
    }
    return editions.values();
  }

  private static Set<EditionId> editionsOf(List<ChannelEvent.OfEdition> events) {
    Set<EditionId> ids = new LinkedHashSet<>();
    events.forEach(event -> ids.add(event.edition()));
    return ids;
  }

  private static <T> List<T> of(Class<T> kind, List<ChannelEvent> events) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
