// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiWriter;
import org.elastos.smartweb.contracts.abi.ContractCall;

/// Seaport 1.6 as published, selling units of a plain ERC-1155 for native coins through its
/// cheapest entrance, a basic order, with the seller's approval given to Seaport itself. Everybody
/// who shares the price stands in the order and is paid in the sale.
final class SeaportAnchor {
  private static final BigInteger PRICE = BigInteger.valueOf(1_000_003);
  private static final long PART = 1_000;
  private static final long TOKEN_ID = 7;
  private static final long UNITS = 1_000;
  private static final int ETH_TO_ERC1155_FULL_OPEN = 4;
  private static final long FAR = 1L << 40;
  private static final long RESALE_UNITS = 10;

  /// How many others share the price in the sale and in the resale that bear the plain names.
  private static final int BUY_OTHERS = 1;

  private static final int RESALE_OTHERS = 2;

  private final GasChain chain;
  private final Bytes tokenCode;
  private final EvmAddress seaport;
  private final EvmAddress creator;
  private EvmAddress token = EvmAddress.ZERO;
  private int salt;

  SeaportAnchor(GasChain chain, Published published) {
    this.chain = chain;
    this.tokenCode = published.code("plainToken");
    this.creator = chain.signer(1);
    EvmAddress conduits = chain.deploy(published.code("conduitController"));
    this.seaport = chain.deploy(Abi.creation(published.code("seaport"), conduits));
  }

  /// Sales by the creator and resales by an owner, by how many others share the price.
  Map<String, Long> measure() {
    Map<String, Long> gas = new LinkedHashMap<>();
    long preparation = prepare();
    for (int others : List.of(0, 1, 5, 20)) {
      gas.put(name("buy", others, BUY_OTHERS), second(creator, others));
    }
    EvmAddress owner = chain.signer(2);
    sell(creator, List.of(), owner, RESALE_UNITS);
    chain.send(owner, approval(), token);
    for (int others : List.of(0, 1, 2)) {
      gas.put(name("resale", others, RESALE_OTHERS), second(owner, others));
    }
    gas.put("seaport_creator_first_sale_gas", preparation);
    return gas;
  }

  private static String name(String what, int others, int usual) {
    return "seaport_"
        + what
        + (others == usual ? "_native_gas" : "_native_" + others + "_others_gas");
  }

  /// The second of two sales to new buyers.
  private long second(EvmAddress seller, int others) {
    List<EvmAddress> holders = chain.fresh(others);
    sell(seller, holders, chain.fresh(), 1);
    return sell(seller, holders, chain.fresh(), 1);
  }

  /// A token contract of the creator's own, units to sell, and Seaport allowed to move them.
  private long prepare() {
    GasChain.Mined made = chain.send(creator, EvmTransaction.create(tokenCode));
    token = made.created();
    ContractCall mint =
        Abi.call(
            "156e29f6",
            writer -> {
              writer.address(creator);
              writer.uint(256, TOKEN_ID);
              writer.uint(256, UNITS);
            });
    return made.gasUsed()
        + chain.send(creator, mint, token).gasUsed()
        + chain.send(creator, approval(), token).gasUsed();
  }

  private ContractCall approval() {
    return Abi.call(
        "a22cb465",
        writer -> {
          writer.address(seaport);
          writer.bool(true);
        });
  }

  private long sell(EvmAddress seller, List<EvmAddress> others, EvmAddress buyer, long units) {
    Order order = new Order(seller, others, units, ++salt);
    Bytes signature = chain.sign(seller, order.typedData());
    ContractCall fill =
        Abi.call("00000000", writer -> writer.dynamic(to -> order.basic(to, signature)));
    return chain.send(buyer, fill, seaport, PRICE).gasUsed();
  }

  /// One signed offer of units for a price that the seller shares with others.
  private final class Order {
    private final EvmAddress seller;
    private final List<EvmAddress> others;
    private final long units;
    private final int number;

    Order(EvmAddress seller, List<EvmAddress> others, long units, int number) {
      this.seller = seller;
      this.others = others;
      this.units = units;
      this.number = number;
    }

    private BigInteger sellersPart() {
      return PRICE.subtract(BigInteger.valueOf(PART * others.size()));
    }

    /// Seaport's `BasicOrderParameters`, for its `fulfillBasicOrder_efficient_6GL6yc`.
    void basic(AbiWriter to, Bytes signature) {
      to.address(EvmAddress.ZERO);
      to.uint(256, 0);
      to.uint(256, sellersPart());
      to.address(seller);
      to.address(EvmAddress.ZERO);
      to.address(token);
      to.uint(256, TOKEN_ID);
      to.uint(256, units);
      to.uint(8, ETH_TO_ERC1155_FULL_OPEN);
      to.uint(256, 0);
      to.uint(256, FAR);
      to.word(Hash256.ZERO);
      to.uint(256, number);
      to.word(Hash256.ZERO);
      to.word(Hash256.ZERO);
      to.uint(256, others.size());
      to.list(
          others,
          (part, other) -> {
            part.uint(256, PART);
            part.address(other);
          });
      to.bytes(signature);
    }

    Map<String, Object> typedData() {
      Map<String, Object> message = new LinkedHashMap<>();
      message.put("offerer", seller.toString());
      message.put("zone", EvmAddress.ZERO.toString());
      message.put("offer", List.of(item(3, token, TOKEN_ID, BigInteger.valueOf(units))));
      message.put("consideration", considerations());
      message.put("orderType", 0);
      message.put("startTime", "0");
      message.put("endTime", Long.toString(FAR));
      message.put("zoneHash", Hash256.ZERO.toString());
      message.put("salt", Integer.toString(number));
      message.put("conduitKey", Hash256.ZERO.toString());
      message.put("counter", "0");
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("types", types());
      data.put("primaryType", "OrderComponents");
      data.put("domain", TypedData.domain("Seaport", "1.6", seaport));
      data.put("message", message);
      return data;
    }

    private List<Map<String, Object>> considerations() {
      List<Map<String, Object>> items = new ArrayList<>();
      items.add(consideration(sellersPart(), seller));
      others.forEach(other -> items.add(consideration(BigInteger.valueOf(PART), other)));
      return items;
    }

    private Map<String, Object> consideration(BigInteger amount, EvmAddress to) {
      Map<String, Object> item = new LinkedHashMap<>(item(0, EvmAddress.ZERO, 0, amount));
      item.put("recipient", to.toString());
      return item;
    }

    private static Map<String, Object> item(
        int type, EvmAddress token, long id, BigInteger amount) {
      return Map.of(
          "itemType",
          type,
          "token",
          token.toString(),
          "identifierOrCriteria",
          Long.toString(id),
          "startAmount",
          amount.toString(),
          "endAmount",
          amount.toString());
    }

    private static Map<String, Object> types() {
      String item =
          "uint8 itemType,address token,uint256 identifierOrCriteria,uint256 startAmount,"
              + "uint256 endAmount";
      Map<String, Object> types = new LinkedHashMap<>();
      types.put("EIP712Domain", TypedData.DOMAIN);
      types.put("OfferItem", TypedData.fields(item));
      types.put("ConsiderationItem", TypedData.fields(item + ",address recipient"));
      types.put(
          "OrderComponents",
          TypedData.fields(
              "address offerer,address zone,OfferItem[] offer,ConsiderationItem[] consideration,"
                  + "uint8 orderType,uint256 startTime,uint256 endTime,bytes32 zoneHash,"
                  + "uint256 salt,bytes32 conduitKey,uint256 counter"));
      return types;
    }
  }
}
