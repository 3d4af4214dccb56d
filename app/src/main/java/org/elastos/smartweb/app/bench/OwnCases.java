// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.contracts.abi.ContractCall;
import org.elastos.smartweb.contracts.generated.ChannelCalls;
import org.elastos.smartweb.contracts.generated.Listing;

/// What our contracts cost, each case as its target says: a new buyer after one earlier sale, a
/// resale in a nonce word that was used, a claim by somebody whose shares are his already.
final class OwnCases {
  private static final EvmAddress NATIVE = EvmAddress.ZERO;
  private static final int MANY = 10_000;
  private static final long MANY_PART = 100;
  private static final long FAR = 1L << 38;

  private final GasChain chain;
  private final Shop shop;
  private final Map<String, Long> gas = new LinkedHashMap<>();

  OwnCases(GasChain chain) {
    this.chain = chain;
    this.shop = new Shop(chain);
  }

  Map<String, Long> measure() {
    creation();
    sales();
    gas.putAll(new GaslessCases(chain, shop).measure());
    resales();
    royalties();
    manyHolders();
    return gas;
  }

  private void creation() {
    gas.put("create_channel_gas", shop.creationGas());
    gas.put("create_edition_1_holder_gas", shop.open(NATIVE, 1, Shop.CREDIT).gas());
    gas.put("create_edition_20_holders_gas", shop.open(NATIVE, 20, Shop.CREDIT).gas());
    gas.put("create_edition_20_holders_erc20_gas", shop.open(shop.usd(), 20, Shop.CREDIT).gas());
    gas.put(
        "creator_first_sale_gas",
        shop.creationGas() + shop.open(NATIVE, List.of(shop.creator()), 0).gas());
  }

  private void sales() {
    gas.put("buy_native_gas", shop.second(shop.open(NATIVE, 1, Shop.CREDIT), Shop.CREDIT));
    Shop.Opened twenty = shop.open(NATIVE, 20, Shop.CREDIT);
    EvmAddress buyer = chain.fresh();
    shop.sell(twenty, Shop.CREDIT);
    gas.put("buy_native_20_holders_gas", shop.sell(twenty, Shop.CREDIT, buyer));
    gas.put("buy_native_same_buyer_again_gas", shop.sell(twenty, Shop.CREDIT, buyer));
    gas.put("buy_erc20_gas", shop.second(shop.open(shop.usd(), 1, Shop.CREDIT), Shop.CREDIT));
    gas.put(
        "buy_erc20_20_holders_gas",
        shop.second(shop.open(shop.usd(), 20, Shop.CREDIT), Shop.CREDIT));
    for (int holders : List.of(1, 5, 20)) {
      gas.put(
          "push" + holders + "_native_gas",
          shop.second(shop.open(NATIVE, holders, Shop.PUSH), Shop.PUSH));
      gas.put(
          "push" + holders + "_erc20_gas",
          shop.second(shop.open(shop.usd(), holders, Shop.PUSH), Shop.PUSH));
    }
  }

  private void resales() {
    Shop.Opened credited = shop.open(NATIVE, 20, Shop.CREDIT);
    EvmAddress seller = chain.signer(2);
    for (int i = 0; i < 4; i++) {
      shop.sell(credited, Shop.CREDIT, seller);
    }
    gas.put("resale_native_first_nonce_gas", resell(credited, seller, 0, Bytes.EMPTY));
    gas.put("resale_native_gas", resell(credited, seller, 1, Bytes.EMPTY));
    Shop.Opened tokens = shop.open(shop.usd(), 20, Shop.CREDIT);
    shop.give(seller);
    for (int i = 0; i < 3; i++) {
      shop.sell(tokens, Shop.CREDIT, seller);
    }
    gas.put("resale_erc20_gas", resell(tokens, seller, 2, Bytes.EMPTY));
    Shop.Opened pushed = shop.open(NATIVE, 5, Shop.PUSH);
    for (int i = 0; i < 2; i++) {
      shop.sell(pushed, Shop.PUSH, seller);
    }
    gas.put("resale_native_push5_gas", resell(pushed, seller, 3, pushed.deed()));
  }

  private long resell(Shop.Opened edition, EvmAddress seller, int nonce, Bytes deed) {
    Listing listing =
        new Listing(
            seller, edition.id(), 1, edition.token(), Shop.PRICE, BigInteger.valueOf(nonce), FAR);
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("seller", seller.toString());
    message.put("editionId", edition.id().toUint().toString());
    message.put("quantity", "1");
    message.put("payToken", edition.token().toString());
    message.put("price", Shop.PRICE.toString());
    message.put("nonce", Integer.toString(nonce));
    message.put("expiry", Long.toString(FAR));
    Bytes signature =
        chain.sign(
            seller,
            TypedData.of(
                TypedData.domain("SmartWeb Channel", "1", shop.channel()),
                "Listing",
                "address seller,uint256 editionId,uint64 quantity,address payToken,uint256 price,"
                    + "uint256 nonce,uint64 expiry",
                message));
    EvmAddress buyer = shop.buyer(edition);
    ContractCall fill = new ChannelCalls.Fill(listing, signature, buyer, deed);
    return chain.send(buyer, fill, shop.channel(), shop.value(edition)).gasUsed();
  }

  private void royalties() {
    Shop.Opened edition = shop.open(NATIVE, 20, Shop.CREDIT);
    EvmAddress holder = edition.holders().get(3);
    EvmAddress other = edition.holders().get(4);
    shop.sell(edition, Shop.CREDIT);
    Bytes deed = edition.deed();
    gas.put(
        "claim_first_with_deed_gas",
        send(holder, new ChannelCalls.ClaimWithDeed(edition.id(), deed)));
    send(other, new ChannelCalls.ClaimWithDeed(edition.id(), deed));
    shop.sell(edition, Shop.CREDIT);
    gas.put("claim_gas", send(holder, new ChannelCalls.Claim(edition.id())));
    shop.sell(edition, Shop.CREDIT);
    gas.put("share_transfer_gas", transfer(edition, holder, other));
    gas.put("share_transfer_to_new_holder_gas", transfer(edition, holder, chain.fresh()));
  }

  private long transfer(Shop.Opened edition, EvmAddress from, EvmAddress to) {
    return send(from, new ChannelCalls.TransferShares(edition.id(), to, MANY_PART, Bytes.EMPTY));
  }

  /// One holder gives shares to 9,999 others; the last of them claims.
  private void manyHolders() {
    Shop.Opened edition = shop.open(NATIVE, List.of(shop.creator()), Shop.CREDIT);
    send(
        shop.creator(), new ChannelCalls.Materialise(edition.id(), shop.creator(), edition.deed()));
    EvmAddress last = chain.fresh();
    List<EvmTransaction> gifts =
        IntStream.range(1, MANY)
            .mapToObj(i ->
                i == MANY - 1 ? last : EvmAddress.fromHex("%040x".formatted(0xabcd_0000_0000L + i)))
            .map(to ->
                new ChannelCalls.TransferShares(edition.id(), to, MANY_PART, Bytes.EMPTY)
                    .on(shop.channel()))
            .map(EvmTransaction::call)
            .toList();
    chain.sendAll(Collections.nCopies(gifts.size(), shop.creator()), gifts);
    gas.put("buy_native_10000_holders_gas", shop.second(edition, Shop.CREDIT));
    BigInteger before = chain.balance(last);
    gas.put("claim_10000th_holder_gas", send(last, new ChannelCalls.Claim(edition.id())));
    if (chain.balance(last).compareTo(before) == 0) {
      throw new IllegalStateException("the last of many holders was paid nothing");
    }
  }

  private long send(EvmAddress from, ContractCall call) {
    return chain.send(from, call, shop.channel()).gasUsed();
  }
}
