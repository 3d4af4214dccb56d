// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
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

/// An edition as JSON.
public final class EditionJson {
  private EditionJson() {}

  /// Writes an edition.
  public static ObjectNode write(Edition edition) {
    SaleTerms terms = edition.terms();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    writeChannel(json, edition.channel());
    json.put("editionId", edition.id().toString())
        .put("assetId", edition.assetId().toString())
        .put("payToken", terms.price().token().toString())
        .put("price", terms.price().units().toString())
        .put("maxSupply", terms.maxSupply().toString())
        .put("sold", edition.sold().toString())
        .put("royaltyBps", terms.royaltyBps())
        .put("transferable", terms.transferable())
        .put("pushRoyalties", terms.pushRoyalties())
        .put("paused", edition.paused())
        .put("contentUri", edition.contentUri().map(ContentUri::toString).orElse(null));
    ArrayNode royalties = json.putArray("royalties");
    terms
        .royalties()
        .shares()
        .forEach(one ->
            royalties.addObject().put("holder", one.holder().toString()).put("share", one.share()));
    EventPosition at = edition.created();
    json.putObject("created")
        .put("block", at.block())
        .put("blockHash", at.blockHash().toString())
        .put("transaction", at.transaction().toString())
        .put("logIndex", at.logIndex());
    return json;
  }

  /// Reads an edition.
  ///
  /// @throws JsonShapeException when it is none
  public static Edition read(JsonFields json) {
    return new Edition(
        readChannel(json),
        new EditionId(json.hash("editionId")),
        new AssetId(json.hash("assetId")),
        readTerms(json),
        json.uint("sold", 256),
        json.flag("paused"),
        json.optionalText("contentUri", 200)
            .map(text ->
                ContentUri.parse(text).orElseThrow(() -> new JsonShapeException("contentUri"))),
        readPosition(json.object("created")));
  }

  static void writeChannel(ObjectNode json, ChannelRef channel) {
    json.put("v", 1)
        .put("chainId", channel.chain().value())
        .put("channel", channel.address().toString());
  }

  static ChannelRef readChannel(JsonFields json) {
    return new ChannelRef(
        new ChainId(json.number("chainId", 1, Long.MAX_VALUE)), json.address("channel"));
  }

  private static SaleTerms readTerms(JsonFields json) {
    RoyaltyTable royalties =
        JsonFields.value(
            "royalties",
            () ->
                new RoyaltyTable(
                    json.objects("royalties", RoyaltyTable.MAX_HOLDERS).stream()
                        .map(one ->
                            new RoyaltyShare(
                                one.address("holder"),
                                (int) one.number("share", 1, RoyaltyTable.WHOLE)))
                        .toList()));
    return new SaleTerms(
        new TokenAmount(json.address("payToken"), json.uint("price", 128)),
        json.uint("maxSupply", 64),
        royalties,
        (int) json.number("royaltyBps", 0, SaleTerms.MAX_ROYALTY_BPS),
        json.flag("transferable"),
        json.flag("pushRoyalties"));
  }

  private static EventPosition readPosition(JsonFields json) {
    return new EventPosition(
        json.number("block", 0, Long.MAX_VALUE),
        json.hash("blockHash"),
        new TxHash(json.hash("transaction")),
        (int) json.number("logIndex", 0, Integer.MAX_VALUE));
  }
}
