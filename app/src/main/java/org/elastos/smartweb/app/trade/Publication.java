// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.market.ChannelRef;
import org.elastos.smartweb.market.RoyaltyShare;
import org.elastos.smartweb.market.RoyaltyTable;

/// A work that is for sale.
///
/// @param sale where on the chain
/// @param file the container, as anybody may fetch it
/// @param receipt of the transaction that opened the edition
public record Publication(
    String name, AssetId asset, EvmAddress creator, Sale sale, Served file, TxReceipt receipt) {
  /// The edition and its price.
  public record Sale(
      ChannelRef channel, EditionId edition, TokenAmount price, RoyaltyTable royalties) {}

  /// The container in the creator's home.
  ///
  /// @param path its name in the tree
  /// @param gateway who serves its blocks
  public record Served(String cid, long bytes, String mediaType, String path, URI gateway) {}

  /// By name, for programs.
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", name);
    map.put("edition", sale.edition.toString());
    map.put("channel", sale.channel.address().toString());
    map.put("chainId", sale.channel.chain().value());
    map.put("asset", asset.toString());
    map.put("cid", file.cid);
    map.put("bytes", file.bytes);
    map.put("mediaType", file.mediaType);
    map.put("price", Money.text(sale.price.units()));
    map.put("priceUnits", sale.price.units());
    map.put("payToken", sale.price.token().toString());
    map.put("royalties", shares(sale.royalties));
    map.put("creator", creator.toString());
    map.put("path", file.path);
    map.put("gateway", file.gateway.toString());
    map.put("transaction", receipt.transaction().toString());
    map.put("block", receipt.block().number());
    return map;
  }

  static List<Map<String, Object>> shares(RoyaltyTable table) {
    return table.shares().stream().map(Publication::share).toList();
  }

  private static Map<String, Object> share(RoyaltyShare share) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("holder", share.holder().toString());
    map.put("partsPerMillion", share.share());
    return map;
  }
}
