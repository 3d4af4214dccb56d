// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.store;

import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.market.ChannelRef;
import org.elastos.smartweb.market.Edition;
import org.elastos.smartweb.market.Listing;
import org.elastos.smartweb.market.Page;
import org.elastos.smartweb.market.SignedListing;
import org.elastos.smartweb.platform.db.Row;
import org.elastos.smartweb.platform.db.Sql;

/// Listings that sellers signed. Only those that a channel would fill at this moment, as far as the
/// indexed events tell, are shown. Works inside the caller's transaction. Stateless.
public final class ListingStore {
  /// Open listings that one seller may have of one edition.
  static final int MAX_OPEN = 20;

  private static final String OPEN =
      """
      expiry > ?
      AND NOT EXISTS (SELECT 1 FROM used_nonce u
        WHERE u.channel = listing.channel AND u.seller = listing.seller AND u.nonce = listing.nonce)
      AND EXISTS (SELECT 1 FROM holding h
        WHERE h.channel = listing.channel AND h.edition = listing.edition
          AND h.holder = listing.seller AND h.units >= listing.quantity)
      """;

  private final ChainId chain;
  private final CatalogueReader catalogue;

  /// Keeps listings of this chain's channels.
  public ListingStore(ChainId chain) {
    this.chain = chain;
    this.catalogue = new CatalogueReader(chain);
  }

  /// Open listings of an edition after a cursor, cheapest first.
  public Page<SignedListing> open(
      Sql sql, EditionId edition, Optional<ListingCursor> after, PageRequest page)
      throws SQLException {
    ListingCursor from = after.orElse(ListingCursor.START);
    List<SignedListing> found =
        sql.query(
            "SELECT * FROM listing WHERE edition = ? AND (price, id) > (?, ?) AND "
                + OPEN
                + " ORDER BY price, id LIMIT ?",
            this::read,
            edition.hash().bytes(),
            from.price(),
            from.id().bytes(),
            seconds(page.now()),
            page.limit() + 1);
    if (found.size() <= page.limit()) {
      return new Page<>(found, Optional.empty());
    }
    List<SignedListing> items = found.subList(0, page.limit());
    return new Page<>(items, Optional.of(ListingCursor.of(items.getLast()).toString()));
  }

  /// How much of a list is wanted, and the time that decides what has expired.
  public record PageRequest(int limit, Instant now) {}

  /// Keeps a listing that a channel would fill.
  public Verdict offer(Sql sql, SignedListing signed, Instant now) throws SQLException {
    Listing listing = signed.listing();
    Optional<Edition> edition = catalogue.edition(sql, listing.edition());
    if (edition.isEmpty()) {
      return Verdict.EDITION_UNKNOWN;
    }
    if (!edition.get().channel().equals(signed.channel())) {
      return Verdict.CHANNEL_DIFFERS;
    }
    if (!edition.get().terms().price().token().equals(listing.price().token())) {
      return Verdict.PAY_TOKEN_DIFFERS;
    }
    if (!signed.hasValidSignature()) {
      return Verdict.LISTING_SIGNATURE_INVALID;
    }
    if (listing.expiry().compareTo(seconds(now)) <= 0) {
      return Verdict.LISTING_EXPIRED;
    }
    return keep(sql, signed, now);
  }

  private Verdict keep(Sql sql, SignedListing signed, Instant now) throws SQLException {
    Listing listing = signed.listing();
    byte[] channel = signed.channel().address().bytes();
    byte[] seller = listing.seller().bytes();
    byte[] edition = listing.edition().hash().bytes();
    sql.advisoryLock("listing/" + listing.seller());
    if (exists(
        sql,
        "SELECT 1 FROM used_nonce WHERE channel = ? AND seller = ? AND nonce = ?",
        channel,
        seller,
        listing.nonce())) {
      return Verdict.LISTING_USED;
    }
    if (!exists(
        sql,
        "SELECT 1 FROM holding WHERE channel = ? AND edition = ? AND holder = ? AND units >= ?",
        channel,
        edition,
        seller,
        listing.quantity())) {
      return Verdict.SELLER_LACKS_UNITS;
    }
    if (exists(sql, "SELECT 1 FROM listing WHERE id = ?", (Object) signed.id().bytes())) {
      return Verdict.TAKEN;
    }
    sql.update(
        "DELETE FROM listing WHERE seller = ? AND edition = ? AND NOT (" + OPEN + ")",
        seller,
        edition,
        seconds(now));
    if (exists(
        sql,
        "SELECT 1 FROM listing WHERE seller = ? AND edition = ? OFFSET " + (MAX_OPEN - 1),
        seller,
        edition)) {
      return Verdict.TOO_MANY_LISTINGS;
    }
    insert(sql, signed, now);
    return Verdict.TAKEN;
  }

  private static void insert(Sql sql, SignedListing signed, Instant now) throws SQLException {
    Listing listing = signed.listing();
    sql.update(
        """
        INSERT INTO listing (id, channel, edition, seller, quantity, pay_token, price, nonce,
          expiry, signature, received)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        signed.id().bytes(),
        signed.channel().address().bytes(),
        listing.edition().hash().bytes(),
        listing.seller().bytes(),
        listing.quantity(),
        listing.price().token().bytes(),
        listing.price().units(),
        listing.nonce(),
        listing.expiry(),
        signed.signature().bytes(),
        now);
  }

  private SignedListing read(Row row) throws SQLException {
    Listing listing =
        new Listing(
            EvmAddress.of(row.bytes("seller")),
            new EditionId(Hash256.of(row.bytes("edition"))),
            row.numeric("quantity"),
            new TokenAmount(EvmAddress.of(row.bytes("pay_token")), row.numeric("price")),
            row.numeric("nonce"),
            row.numeric("expiry"));
    return new SignedListing(
        new ChannelRef(chain, EvmAddress.of(row.bytes("channel"))),
        listing,
        Bytes.of(row.bytes("signature")));
  }

  private static boolean exists(Sql sql, String query, Object... parameters) throws SQLException {
    return sql.queryOne(
            "SELECT EXISTS (" + query + ") AS found", row -> row.bool("found"), parameters)
        .orElseThrow();
  }

  private static BigInteger seconds(Instant now) {
    return BigInteger.valueOf(now.getEpochSecond());
  }
}
