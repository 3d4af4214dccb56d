// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.generated.Authorization;
import org.elastos.smartweb.contracts.generated.ChannelCalls;
import org.elastos.smartweb.contracts.generated.DevUsdCalls;
import org.elastos.smartweb.contracts.generated.PurchaseOrder;

/// Purchases that a relayer submits with the buyer's EIP-3009 authorisation. The buyer has no unit
/// yet; the relayer that takes a fee has tokens already.
final class GaslessCases {
  private static final BigInteger FEE = BigInteger.valueOf(20_000);
  private static final BigInteger FAR = BigInteger.ONE.shiftLeft(40);

  private final GasChain chain;
  private final Shop shop;
  private final EvmAddress relayer;
  private int salt;

  GaslessCases(GasChain chain, Shop shop) {
    this.chain = chain;
    this.shop = shop;
    this.relayer = chain.fresh();
    shop.give(relayer);
  }

  Map<String, Long> measure() {
    Map<String, Long> gas = new LinkedHashMap<>();
    gas.put("gasless_gas", buy(chain.signer(3), BigInteger.ZERO));
    gas.put("gasless_with_fee_gas", buy(chain.signer(3), FEE));
    return gas;
  }

  private long buy(EvmAddress payer, BigInteger fee) {
    Shop.Opened edition = shop.open(shop.usd(), 20, Shop.CREDIT);
    shop.sell(edition, Shop.CREDIT);
    shop.give(payer);
    PurchaseOrder order =
        new PurchaseOrder(
            0,
            edition.id(),
            1,
            payer,
            payer,
            shop.usd(),
            Shop.PRICE.add(fee),
            EvmAddress.ZERO,
            BigInteger.ZERO,
            fee,
            Hash256.fromUint(BigInteger.ONE),
            Hash256.fromUint(BigInteger.valueOf(++salt)));
    Hash256 nonce = chain.read(shop.channel(), new ChannelCalls.OrderDigest(order));
    Authorization given = new Authorization(BigInteger.ZERO, FAR, signature(order, nonce));
    return chain
        .send(
            relayer,
            new ChannelCalls.BuyWithAuthorization(order, given, Bytes.EMPTY),
            shop.channel())
        .gasUsed();
  }

  private Bytes signature(PurchaseOrder order, Hash256 nonce) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("from", order.payer().toString());
    message.put("to", shop.channel().toString());
    message.put("value", order.total().toString());
    message.put("validAfter", "0");
    message.put("validBefore", FAR.toString());
    message.put("nonce", nonce.toString());
    Map<String, Object> domain =
        TypedData.domain(
            chain.read(shop.usd(), new DevUsdCalls.Name()),
            chain.read(shop.usd(), new DevUsdCalls.Version()),
            shop.usd());
    return chain.sign(
        order.payer(),
        TypedData.of(
            domain,
            "ReceiveWithAuthorization",
            "address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,"
                + "bytes32 nonce",
            message));
  }
}
