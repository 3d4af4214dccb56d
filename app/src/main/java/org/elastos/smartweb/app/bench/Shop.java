// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.ChannelStack;
import org.elastos.smartweb.contracts.generated.ChannelCalls;
import org.elastos.smartweb.contracts.generated.ChannelFactoryCalls;
import org.elastos.smartweb.contracts.generated.DevUsdCalls;
import org.elastos.smartweb.contracts.generated.EditionTerms;
import org.elastos.smartweb.market.RoyaltyShare;
import org.elastos.smartweb.market.RoyaltyTable;

/// A creator's channel on the bench's chain, and what is opened and sold in it. Not thread-safe.
final class Shop {
  static final BigInteger PRICE = BigInteger.valueOf(1_000_003);

  /// Settlements by the contract's numbers.
  static final int CREDIT = 1;

  static final int PUSH = 2;

  private static final String POINTER =
      "ipfs://bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi";
  private static final String POLICY = "9d".repeat(32);
  private static final String ASSET = "c7".repeat(32);
  private static final int ROYALTY_BPS = 1_000;

  private final GasChain chain;
  private final EvmAddress creator;
  private final EvmAddress usd;
  private final EvmAddress channel;
  private final long created;
  private int salt;

  /// An edition with what the channel wants to see again.
  record Opened(EditionId id, EvmAddress token, List<EvmAddress> holders, Bytes deed, long gas) {
    /// The deed where a sale needs it.
    Bytes deedFor(int settlement) {
      return settlement == PUSH ? deed : Bytes.EMPTY;
    }
  }

  Shop(GasChain chain) {
    this.chain = chain;
    this.creator = chain.signer(1);
    this.usd = chain.deploy(new DevUsdCalls.Deploy().initCode());
    EvmAddress factory =
        ChannelStack.place((name, creation) -> chain.deploy(creation.initCode())).factory();
    this.channel =
        chain.read(factory, new ChannelFactoryCalls.ChannelAddress(creator, Hash256.ZERO));
    this.created =
        chain
            .send(
                creator,
                new ChannelFactoryCalls.CreateChannel("Music of mine", Hash256.ZERO),
                factory)
            .gasUsed();
  }

  long creationGas() {
    return created;
  }

  EvmAddress channel() {
    return channel;
  }

  EvmAddress creator() {
    return creator;
  }

  EvmAddress usd() {
    return usd;
  }

  /// Opens an edition whose holders exist and have coins.
  Opened open(EvmAddress token, int holders, int settlement) {
    return open(token, chain.fresh(holders), settlement);
  }

  Opened open(EvmAddress token, List<EvmAddress> holders, int settlement) {
    // Hashes as real ones: zeroes in call data would cost less.
    Bytes deed = Bytes.fromHex(POLICY + table(holders).deed().hex().substring(POLICY.length()));
    EditionTerms terms =
        new EditionTerms(
            Hash256.fromHex(ASSET), token, PRICE, 0, ROYALTY_BPS, 0, settlement, 0, 0, POINTER);
    Hash256 unique = Hash256.fromUint(BigInteger.valueOf(++salt));
    EditionId id = chain.read(channel, new ChannelCalls.EditionIdOf(unique));
    long gas =
        chain.send(creator, new ChannelCalls.CreateEdition(unique, terms, deed), channel).gasUsed();
    return new Opened(id, token, holders, deed, gas);
  }

  /// One unit to a new buyer.
  long sell(Opened edition, int settlement) {
    return sell(edition, settlement, buyer(edition));
  }

  long sell(Opened edition, int settlement, EvmAddress buyer) {
    ChannelCalls.Buy call =
        new ChannelCalls.Buy(edition.id, 1, buyer, PRICE, edition.deedFor(settlement));
    return chain.send(buyer, call, channel, value(edition)).gasUsed();
  }

  /// The second of two sales, each to a new buyer.
  long second(Opened edition, int settlement) {
    sell(edition, settlement);
    return sell(edition, settlement);
  }

  /// A new account that can pay, and whose tokens the channel may take.
  EvmAddress buyer(Opened edition) {
    EvmAddress buyer = chain.fresh();
    if (!edition.token.isZero()) {
      give(buyer);
    }
    return buyer;
  }

  /// Tokens for several purchases, which the channel may take.
  void give(EvmAddress buyer) {
    BigInteger plenty = PRICE.multiply(BigInteger.TEN);
    chain.send(creator, new DevUsdCalls.Mint(buyer, plenty), usd);
    chain.send(buyer, new DevUsdCalls.Approve(channel, plenty), usd);
  }

  BigInteger value(Opened edition) {
    return edition.token.isZero() ? PRICE : BigInteger.ZERO;
  }

  private static RoyaltyTable table(List<EvmAddress> holders) {
    List<RoyaltyShare> shares = new ArrayList<>();
    int part = RoyaltyTable.WHOLE / holders.size();
    for (EvmAddress holder : holders) {
      shares.add(new RoyaltyShare(holder, part));
    }
    RoyaltyShare first = shares.getFirst();
    int rest = RoyaltyTable.WHOLE - part * (holders.size() - 1);
    shares.set(0, new RoyaltyShare(first.holder(), rest));
    return new RoyaltyTable(shares);
  }
}
