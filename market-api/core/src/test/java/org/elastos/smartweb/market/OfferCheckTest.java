// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.crypto.LocalWallet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferCheckTest {
  private static final ChannelCode CODE =
      new ChannelCode(Samples.address(0xf1), Samples.address(0xf2));
  private static final BlockRef BLOCK =
      new BlockRef(Samples.CHAIN, 50, Samples.hash(50), Instant.ofEpochSecond(1_800_000_000));
  private static final TokenAmount LIMIT =
      new TokenAmount(Samples.address(0xd0), BigInteger.valueOf(20_000_000));

  private final OfferCheck check = new OfferCheck(CODE);
  private final Edition edition = Samples.edition(1);
  private final Wish wish = wish(2, LIMIT);
  private final Claim claim = claim(edition);
  private final ChainEdition chain = chain(state(edition));

  @Test
  void letsAGenuineSaleBeSignedAtTheChainsPrice() {
    PurchaseTerms terms = genuine(check.sale(wish, claim, Optional.of(chain)));

    assertThat(terms.channel()).isEqualTo(Samples.channel(1));
    assertThat(terms.edition()).isEqualTo(Samples.editionId(1));
    assertThat(terms.assetId()).isEqualTo(Samples.asset(1));
    assertThat(terms.total())
        .isEqualTo(new TokenAmount(LIMIT.token(), BigInteger.valueOf(10_000_000)));
    assertThat(terms.unitPrice()).isEqualTo(5_000_000);
    assertThat(terms.royalties()).isEqualTo(Samples.royalties());
    assertThat(terms.listing()).isEmpty();
    assertThat(terms.at()).isEqualTo(BLOCK);
  }

  @Test
  void refusesWhatTheMarketTellsOtherwiseThanTheChain() {
    Map<Edition, Offer.Code> lies = new LinkedHashMap<>();
    lies.put(with(edition.terms().withPrice(BigInteger.ONE)), Offer.Code.PRICE_DIFFERS);
    lies.put(
        with(edition.terms().withPrice(BigInteger.valueOf(9_000_000))), Offer.Code.PRICE_DIFFERS);
    lies.put(with(terms(LIMIT.token(), royaltiesTo(66), 1_000)), Offer.Code.ROYALTY_TABLE_DIFFERS);
    lies.put(with(terms(LIMIT.token(), Samples.royalties(), 0)), Offer.Code.TERMS_DIFFER);
    lies.put(
        with(terms(Samples.address(9), Samples.royalties(), 1_000)), Offer.Code.PAY_TOKEN_DIFFERS);
    lies.put(Samples.edition(2), Offer.Code.EDITION_DIFFERS);
    lies.put(moved(Samples.channel(2), 1, 1), Offer.Code.CHANNEL_DIFFERS);
    lies.put(moved(Samples.channel(1), 1, 2), Offer.Code.ASSET_DIFFERS);

    lies.forEach(
        (lie, code) -> assertRefused(check.sale(wish, claim(lie), Optional.of(chain)), code));
  }

  @Test
  void refusesWhatTheChainDoesNotHaveAsTheBuyerWants() {
    ChainEdition.State state = state(edition);
    assertRefused(check.sale(wish, claim, Optional.empty()), Offer.Code.EDITION_UNKNOWN);
    assertRefused(
        check.sale(wish(5, LIMIT), claim, Optional.of(chain)), Offer.Code.PRICE_ABOVE_LIMIT);
    assertRefused(
        check.sale(wish(2, TokenAmount.wei(LIMIT.units())), claim, Optional.of(chain)),
        Offer.Code.PAY_TOKEN_DIFFERS);
    assertRefused(
        check.sale(wish, claim, Optional.of(chain(paused(state)))), Offer.Code.SALES_PAUSED);
    assertRefused(
        check.sale(wish, claim, Optional.of(chain(sold(state, 999)))), Offer.Code.SOLD_OUT);
    genuine(check.sale(wish, claim, Optional.of(chain(sold(state, 998)))));
  }

  @Test
  void refusesAnotherChannelOrWorkThanTheBuyerNamed() {
    Wish byChannel =
        new Wish(
            wish.edition(),
            Optional.of(Samples.channel(2)),
            Optional.empty(),
            BigInteger.ONE,
            LIMIT);
    Wish byAsset =
        new Wish(
            wish.edition(), Optional.empty(), Optional.of(Samples.asset(2)), BigInteger.ONE, LIMIT);
    Wish both =
        new Wish(
            wish.edition(),
            Optional.of(Samples.channel(1)),
            Optional.of(Samples.asset(1)),
            BigInteger.ONE,
            LIMIT);

    assertRefused(check.sale(byChannel, claim, Optional.of(chain)), Offer.Code.CHANNEL_DIFFERS);
    assertRefused(check.sale(byAsset, claim, Optional.of(chain)), Offer.Code.ASSET_DIFFERS);
    genuine(check.sale(both, claim, Optional.of(chain)));
  }

  @Test
  void refusesAThiefsContractThatGivesOutTheSameEditionId() {
    Edition thiefs = moved(Samples.channel(9), 1, 1);
    for (Bytes code : List.of(Bytes.EMPTY, Bytes.fromHex("6001"), thiefsCode())) {
      ChainEdition there =
          new ChainEdition(Samples.channel(9), Samples.editionId(1), code, state(thiefs), BLOCK);
      assertRefused(
          check.sale(wish, claim(thiefs), Optional.of(there)), Offer.Code.CHANNEL_NOT_GENUINE);
    }
  }

  @Test
  void refusesAnEditionThatTheCreatorsTermsDoNotName() {
    Claim noWork = new Claim(edition, Optional.empty(), Optional.empty());
    Claim otherWork = new Claim(edition, Optional.empty(), Optional.of(Samples.work(2)));
    Work notNamed =
        Samples.work(Samples.core(1), List.of(Samples.terms(1, Samples.holds(7))), List.of())
            .orElseThrow();

    assertRefused(check.sale(wish, noWork, Optional.of(chain)), Offer.Code.WORK_UNKNOWN);
    assertRefused(check.sale(wish, otherWork, Optional.of(chain)), Offer.Code.ASSET_DIFFERS);
    assertRefused(
        check.sale(
            wish, new Claim(edition, Optional.empty(), Optional.of(notNamed)), Optional.of(chain)),
        Offer.Code.EDITION_NOT_IN_TERMS);
  }

  @Test
  void letsAGenuineResaleBeSigned() {
    SignedListing listing = Samples.signed(1, 1);
    PurchaseTerms terms =
        genuine(check.resale(wish(1, LIMIT), resale(listing), Optional.of(onChain(false, 1))));

    assertThat(terms.listing()).contains(listing);
    assertThat(terms.total()).isEqualTo(listing.listing().price());
    assertThat(terms.quantity()).isEqualTo(1);
  }

  @Test
  void refusesAListingThatIsForgedSpentOrNotWhatIsWanted() {
    SignedListing good = Samples.signed(1, 1);
    Wish one = wish(1, LIMIT);
    TokenAmount low = new TokenAmount(LIMIT.token(), BigInteger.ONE);

    assertRefused(resale(one, good, onChain(true, 1)), Offer.Code.LISTING_USED);
    assertRefused(resale(one, good, onChain(false, 0)), Offer.Code.SELLER_LACKS_UNITS);
    assertRefused(resale(wish(2, LIMIT), good, onChain(false, 9)), Offer.Code.LISTING_DIFFERS);
    assertRefused(resale(wish(1, low), good, onChain(false, 9)), Offer.Code.PRICE_ABOVE_LIMIT);
    assertRefused(
        resale(one, signed(Samples.channel(1), 1_800_000_000L), onChain(false, 9)),
        Offer.Code.LISTING_EXPIRED);
    assertRefused(
        resale(one, signed(Samples.channel(2), 1_900_000_000L), onChain(false, 9)),
        Offer.Code.CHANNEL_DIFFERS);
    assertRefused(
        check.resale(one, claim, Optional.of(onChain(false, 9))), Offer.Code.LISTING_DIFFERS);
    assertRefused(check.resale(one, resale(good), Optional.empty()), Offer.Code.EDITION_UNKNOWN);
    assertRefused(check.sale(one, resale(good), Optional.of(chain)), Offer.Code.LISTING_DIFFERS);
    for (Listing changed : ListingTest.variants(good.listing())) {
      SignedListing forged = new SignedListing(good.channel(), changed, good.signature());
      assertThat(resale(one, forged, onChain(false, 9))).isInstanceOf(Offer.Refused.class);
    }
  }

  /// Whatever a market claims, in any combination: what may be signed says what the wish and the
  /// chain say, or nothing may be signed.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void givesAMaliciousMarketNoSignatureOfAnotherMeaning(long seed) {
    java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
    PurchaseTerms honest = genuine(check.sale(wish, claim, Optional.of(chain)));
    List<Edition> editions = new ArrayList<>(List.of(edition, Samples.edition(2)));
    editions.add(moved(Samples.channel(2), 1, 1));
    editions.add(moved(Samples.channel(1), 1, 2));
    editions.add(with(edition.terms().withPrice(BigInteger.ZERO)));
    editions.add(with(terms(Samples.address(9), royaltiesTo(66), 5_000)));
    editions.add(edition.with(edition.terms(), BigInteger.TEN, true, Optional.empty()));
    List<Optional<Work>> works =
        List.of(Optional.of(Samples.work(1)), Optional.of(Samples.work(2)), Optional.empty());
    List<Optional<SignedListing>> listings =
        List.of(Optional.empty(), Optional.of(Samples.signed(1, 1)));

    for (int i = 0; i < 200; i++) {
      Claim lie =
          new Claim(
              editions.get(random.nextInt(editions.size())),
              listings.get(random.nextInt(2)),
              works.get(random.nextInt(3)));
      switch (check.sale(wish, lie, Optional.of(chain))) {
        case Offer.Genuine(PurchaseTerms terms) -> assertThat(terms).isEqualTo(honest);
        case Offer.Refused(Offer.Code code) -> assertThat(code.text()).matches("[a-z_]+");
      }
    }
  }

  private Offer resale(Wish wanted, SignedListing listing, ChainListing known) {
    return check.resale(wanted, resale(listing), Optional.of(known));
  }

  private Claim resale(SignedListing listing) {
    return new Claim(edition, Optional.of(listing), Optional.of(Samples.work(1)));
  }

  private ChainListing onChain(boolean used, int balance) {
    return new ChainListing(chain, used, BigInteger.valueOf(balance));
  }

  private Edition with(SaleTerms terms) {
    return edition.with(terms, edition.sold(), edition.paused(), edition.contentUri());
  }

  private static SignedListing signed(ChannelRef channel, long expiry) {
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

  private static Edition moved(ChannelRef channel, int edition, int work) {
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

  private static Claim claim(Edition edition) {
    return new Claim(edition, Optional.empty(), Optional.of(Samples.work(1)));
  }

  private static Wish wish(int quantity, TokenAmount limit) {
    return new Wish(
        Samples.editionId(1),
        Optional.empty(),
        Optional.empty(),
        BigInteger.valueOf(quantity),
        limit);
  }

  private static ChainEdition chain(ChainEdition.State state) {
    return new ChainEdition(
        Samples.channel(1), Samples.editionId(1), CODE.of(Samples.address(3)), state, BLOCK);
  }

  private static ChainEdition.State state(Edition edition) {
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

  private static ChainEdition.State paused(ChainEdition.State s) {
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

  private static ChainEdition.State sold(ChainEdition.State s, int sold) {
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

  private static SaleTerms terms(
      org.elastos.smartweb.chain.EvmAddress token, RoyaltyTable royalties, int bps) {
    SaleTerms base = Samples.terms(5_000_000);
    return new SaleTerms(
        new TokenAmount(token, base.price().units()),
        base.maxSupply(),
        royalties,
        bps,
        base.transferable(),
        base.pushRoyalties());
  }

  private static RoyaltyTable royaltiesTo(int thief) {
    return new RoyaltyTable(List.of(new RoyaltyShare(Samples.address(thief), 1_000_000)));
  }

  private static Bytes thiefsCode() {
    return new ChannelCode(Samples.address(0xee), CODE.factory()).of(Samples.address(3));
  }

  private static PurchaseTerms genuine(Offer offer) {
    assertThat(offer).isInstanceOf(Offer.Genuine.class);
    return ((Offer.Genuine) offer).terms();
  }

  private static void assertRefused(Offer offer, Offer.Code code) {
    assertThat(offer).isEqualTo(new Offer.Refused(code));
  }
}
