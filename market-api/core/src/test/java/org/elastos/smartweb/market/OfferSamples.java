// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.crypto.LocalWallet;

/// Wishes, claims and chain readings for tests of the offer check.
final class OfferSamples {
  static final ChannelCode CODE = new ChannelCode(Samples.address(0xf1), Samples.address(0xf2));
  static final BlockRef BLOCK =
      new BlockRef(Samples.CHAIN, 50, Samples.hash(50), Instant.ofEpochSecond(1_800_000_000));
  static final TokenAmount LIMIT =
      new TokenAmount(Samples.address(0xd0), BigInteger.valueOf(20_000_000));

  private OfferSamples() {}

  static SignedListing signed(ChannelRef channel, long expiry) {
    LocalWallet wallet = Samples.wallet(1);
    Listing base = Samples.listing(wallet.address(), 1);
    return SignedListing.sign(
        channel,
        new Listing(
            base.seller(),
            base.edition(),
            base.quantity(),
            base.price(),
            base.nonce(),
            BigInteger.valueOf(expiry)),
        wallet);
  }

  static Edition moved(ChannelRef channel, int edition, int work) {
    Edition from = Samples.edition(edition);
    return new Edition(
        channel,
        from.id(),
        Samples.asset(work),
        from.terms(),
        from.sold(),
        from.paused(),
        from.contentUri(),
        from.created());
  }

  static Claim claim(Edition edition) {
    return new Claim(edition, Optional.empty(), Optional.of(Samples.work(1)));
  }

  static Wish wish(int quantity, TokenAmount limit) {
    return new Wish(
        Samples.editionId(1),
        Optional.empty(),
        Optional.empty(),
        BigInteger.valueOf(quantity),
        limit);
  }

  static ChainEdition chain(ChainEdition.State state) {
    return new ChainEdition(
        Samples.channel(1), Samples.editionId(1), CODE.of(Samples.address(3)), state, BLOCK);
  }

  static ChainEdition.State state(Edition edition) {
    SaleTerms terms = edition.terms();
    return new ChainEdition.State(
        edition.assetId(),
        terms.price(),
        terms.maxSupply(),
        edition.sold(),
        terms.royaltyBps(),
        terms.transferable(),
        terms.pushRoyalties(),
        edition.paused(),
        terms.royalties().hash());
  }

  static ChainEdition.State paused(ChainEdition.State s) {
    return new ChainEdition.State(
        s.assetId(),
        s.price(),
        s.maxSupply(),
        s.sold(),
        s.royaltyBps(),
        s.transferable(),
        s.pushRoyalties(),
        true,
        s.tableHash());
  }

  static ChainEdition.State sold(ChainEdition.State s, int sold) {
    return new ChainEdition.State(
        s.assetId(),
        s.price(),
        s.maxSupply(),
        BigInteger.valueOf(sold),
        s.royaltyBps(),
        s.transferable(),
        s.pushRoyalties(),
        s.paused(),
        s.tableHash());
  }

  static SaleTerms terms(EvmAddress token, RoyaltyTable royalties, int bps) {
    SaleTerms base = Samples.terms(5_000_000);
    return new SaleTerms(
        new TokenAmount(token, base.price().units()),
        base.maxSupply(),
        royalties,
        bps,
        base.transferable(),
        base.pushRoyalties());
  }

  static RoyaltyTable royaltiesTo(int thief) {
    return new RoyaltyTable(List.of(new RoyaltyShare(Samples.address(thief), 1_000_000)));
  }

  static Bytes thiefsCode() {
    return new ChannelCode(Samples.address(0xee), CODE.factory()).of(Samples.address(3));
  }
}
