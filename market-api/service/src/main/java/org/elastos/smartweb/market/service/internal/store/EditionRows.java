// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.store;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.market.ChannelRef;
import org.elastos.smartweb.market.ContentUri;
import org.elastos.smartweb.market.Edition;
import org.elastos.smartweb.market.EventPosition;
import org.elastos.smartweb.market.RoyaltyShare;
import org.elastos.smartweb.market.RoyaltyTable;
import org.elastos.smartweb.market.SaleTerms;
import org.elastos.smartweb.platform.db.Row;
import org.elastos.smartweb.platform.db.Sql;
import org.jspecify.annotations.Nullable;

/// Editions to and from their rows.
final class EditionRows {
  private static final String UPSERT =
      """
      INSERT INTO edition
        (id, channel, asset, pay_token, price, max_supply, sold, royalties, royalty_bps,
         transferable, push_royalties, paused, cid, block, log_index, block_hash, transaction)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET
        channel = excluded.channel, asset = excluded.asset, pay_token = excluded.pay_token,
        price = excluded.price, max_supply = excluded.max_supply, sold = excluded.sold,
        royalties = excluded.royalties, royalty_bps = excluded.royalty_bps,
        transferable = excluded.transferable, push_royalties = excluded.push_royalties,
        paused = excluded.paused, cid = excluded.cid, block = excluded.block,
        log_index = excluded.log_index, block_hash = excluded.block_hash,
        transaction = excluded.transaction
      """;
  private static final int SHARE_BYTES = EvmAddress.BYTES + Integer.BYTES;

  private EditionRows() {}

  static void upsert(Sql sql, Collection<Edition> editions) throws SQLException {
    sql.batch(UPSERT, editions, EditionRows::parameters);
  }

  static Edition read(ChainId chain, Row row) throws SQLException {
    return new Edition(
        new ChannelRef(chain, EvmAddress.of(row.bytes("channel"))),
        new EditionId(Hash256.of(row.bytes("id"))),
        new AssetId(Hash256.of(row.bytes("asset"))),
        terms(row),
        row.numeric("sold"),
        row.bool("paused"),
        row.optionalText("cid").map(ContentUri::new),
        new EventPosition(
            row.bigint("block"),
            Hash256.of(row.bytes("block_hash")),
            new TxHash(Hash256.of(row.bytes("transaction"))),
            row.integer("log_index")));
  }

  private static @Nullable Object[] parameters(Edition edition) {
    SaleTerms terms = edition.terms();
    EventPosition at = edition.created();
    return new @Nullable Object[] {
      edition.id().hash().bytes(),
      edition.channel().address().bytes(),
      edition.assetId().hash().bytes(),
      terms.price().token().bytes(),
      terms.price().units(),
      terms.maxSupply(),
      edition.sold(),
      pack(terms.royalties()),
      terms.royaltyBps(),
      terms.transferable(),
      terms.pushRoyalties(),
      edition.paused(),
      edition.contentUri().map(ContentUri::cid).orElse(null),
      at.block(),
      at.logIndex(),
      at.blockHash().bytes(),
      at.transaction().hash().bytes()
    };
  }

  private static SaleTerms terms(Row row) throws SQLException {
    return new SaleTerms(
        new TokenAmount(EvmAddress.of(row.bytes("pay_token")), row.numeric("price")),
        row.numeric("max_supply"),
        unpack(row.bytes("royalties")),
        row.integer("royalty_bps"),
        row.bool("transferable"),
        row.bool("push_royalties"));
  }

  private static byte[] pack(RoyaltyTable table) {
    ByteBuffer packed = ByteBuffer.allocate(SHARE_BYTES * table.shares().size());
    table.shares().forEach(one -> packed.put(one.holder().bytes()).putInt(one.share()));
    return packed.array();
  }

  private static RoyaltyTable unpack(byte[] packed) {
    ByteBuffer in = ByteBuffer.wrap(packed);
    List<RoyaltyShare> shares = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] holder = new byte[EvmAddress.BYTES];
      in.get(holder);
      shares.add(new RoyaltyShare(EvmAddress.of(holder), in.getInt()));
    }
    return new RoyaltyTable(shares);
  }
}
