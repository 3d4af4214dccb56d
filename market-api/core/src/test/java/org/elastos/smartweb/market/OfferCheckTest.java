// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.TokenAmount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferCheckTest {
  private final OfferCheck check = new OfferCheck(OfferSamples.CODE);
  private final Edition edition = Samples.edition(1);
  private final Wish wish = OfferSamples.wish(2, OfferSamples.LIMIT);
  private final Claim claim = OfferSamples.claim(edition);
  private final ChainEdition chain = OfferSamples.chain(OfferSamples.state(edition));

  @Test
  void letsAGenuineSaleBeSignedAtTheChainsPrice() {
    PurchaseTerms terms = genuine(check.sale(wish, claim, Optional.of(chain)));

    assertThat(terms.channel()).isEqualTo(Samples.channel(1));
    assertThat(terms.edition()).isEqualTo(Samples.editionId(1));
    assertThat(terms.assetId()).isEqualTo(Samples.asset(1));
    assertThat(terms.total())
        .isEqualTo(new TokenAmount(OfferSamples.LIMIT.token(), BigInteger.valueOf(10_000_000)));
    assertThat(terms.unitPrice()).isEqualTo(5_000_000);
    assertThat(terms.royalties()).isEqualTo(Samples.royalties());
    assertThat(terms.listing()).isEmpty();
    assertThat(terms.at()).isEqualTo(OfferSamples.BLOCK);
  }

  @Test
  void refusesWhatTheMarketTellsOtherwiseThanTheChain() {
    Map<Edition, Offer.Code> lies = new LinkedHashMap<>();
    lies.put(with(edition.terms().withPrice(BigInteger.ONE)), Offer.Code.PRICE_DIFFERS);
    lies.put(
        with(edition.terms().withPrice(BigInteger.valueOf(9_000_000))), Offer.Code.PRICE_DIFFERS);
    lies.put(
        with(OfferSamples.terms(OfferSamples.LIMIT.token(), OfferSamples.royaltiesTo(66), 1_000)),
        Offer.Code.ROYALTY_TABLE_DIFFERS);
    lies.put(
        with(OfferSamples.terms(OfferSamples.LIMIT.token(), Samples.royalties(), 0)),
        Offer.Code.TERMS_DIFFER);
    lies.put(
        with(OfferSamples.terms(Samples.address(9), Samples.royalties(), 1_000)),
        Offer.Code.PAY_TOKEN_DIFFERS);
    lies.put(Samples.edition(2), Offer.Code.EDITION_DIFFERS);
    lies.put(OfferSamples.moved(Samples.channel(2), 1, 1), Offer.Code.CHANNEL_DIFFERS);
    lies.put(OfferSamples.moved(Samples.channel(1), 1, 2), Offer.Code.ASSET_DIFFERS);

    lies.forEach((lie, code) ->
        assertRefused(check.sale(wish, OfferSamples.claim(lie), Optional.of(chain)), code));
  }

  @Test
  void refusesWhatTheChainDoesNotHaveAsTheBuyerWants() {
    ChainEdition.State state = OfferSamples.state(edition);
    assertRefused(check.sale(wish, claim, Optional.empty()), Offer.Code.EDITION_UNKNOWN);
    assertRefused(
        check.sale(OfferSamples.wish(5, OfferSamples.LIMIT), claim, Optional.of(chain)),
        Offer.Code.PRICE_ABOVE_LIMIT);
    assertRefused(
        check.sale(
            OfferSamples.wish(2, TokenAmount.wei(OfferSamples.LIMIT.units())),
            claim,
            Optional.of(chain)),
        Offer.Code.PAY_TOKEN_DIFFERS);
    assertRefused(
        check.sale(wish, claim, Optional.of(OfferSamples.chain(OfferSamples.paused(state)))),
        Offer.Code.SALES_PAUSED);
    assertRefused(
        check.sale(wish, claim, Optional.of(OfferSamples.chain(OfferSamples.sold(state, 999)))),
        Offer.Code.SOLD_OUT);
    genuine(
        check.sale(wish, claim, Optional.of(OfferSamples.chain(OfferSamples.sold(state, 998)))));
  }

  @Test
  void refusesAnotherChannelOrWorkThanTheBuyerNamed() {
    Wish byChannel =
        new Wish(
            wish.edition(),
            Optional.of(Samples.channel(2)),
            Optional.empty(),
            BigInteger.ONE,
            OfferSamples.LIMIT);
    Wish byAsset =
        new Wish(
            wish.edition(),
            Optional.empty(),
            Optional.of(Samples.asset(2)),
            BigInteger.ONE,
            OfferSamples.LIMIT);
    Wish both =
        new Wish(
            wish.edition(),
            Optional.of(Samples.channel(1)),
            Optional.of(Samples.asset(1)),
            BigInteger.ONE,
            OfferSamples.LIMIT);

    assertRefused(check.sale(byChannel, claim, Optional.of(chain)), Offer.Code.CHANNEL_DIFFERS);
    assertRefused(check.sale(byAsset, claim, Optional.of(chain)), Offer.Code.ASSET_DIFFERS);
    genuine(check.sale(both, claim, Optional.of(chain)));
  }

  @Test
  void refusesAThiefsContractThatGivesOutTheSameEditionId() {
    Edition thiefs = OfferSamples.moved(Samples.channel(9), 1, 1);
    for (Bytes code : List.of(Bytes.EMPTY, Bytes.fromHex("6001"), OfferSamples.thiefsCode())) {
      ChainEdition there =
          new ChainEdition(
              Samples.channel(9),
              Samples.editionId(1),
              code,
              OfferSamples.state(thiefs),
              OfferSamples.BLOCK);
      assertRefused(
          check.sale(wish, OfferSamples.claim(thiefs), Optional.of(there)),
          Offer.Code.CHANNEL_NOT_GENUINE);
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
        genuine(
            check.resale(
                OfferSamples.wish(1, OfferSamples.LIMIT),
                resale(listing),
                Optional.of(onChain(false, 1))));

    assertThat(terms.listing()).contains(listing);
    assertThat(terms.total()).isEqualTo(listing.listing().price());
    assertThat(terms.quantity()).isEqualTo(1);
  }

  @Test
  void refusesAListingThatIsForgedSpentOrNotWhatIsWanted() {
    SignedListing good = Samples.signed(1, 1);
    Wish one = OfferSamples.wish(1, OfferSamples.LIMIT);
    TokenAmount low = new TokenAmount(OfferSamples.LIMIT.token(), BigInteger.ONE);

    assertRefused(resale(one, good, onChain(true, 1)), Offer.Code.LISTING_USED);
    assertRefused(resale(one, good, onChain(false, 0)), Offer.Code.SELLER_LACKS_UNITS);
    assertRefused(
        resale(OfferSamples.wish(2, OfferSamples.LIMIT), good, onChain(false, 9)),
        Offer.Code.LISTING_DIFFERS);
    assertRefused(
        resale(OfferSamples.wish(1, low), good, onChain(false, 9)), Offer.Code.PRICE_ABOVE_LIMIT);
    assertRefused(
        resale(one, OfferSamples.signed(Samples.channel(1), 1_800_000_000L), onChain(false, 9)),
        Offer.Code.LISTING_EXPIRED);
    assertRefused(
        resale(one, OfferSamples.signed(Samples.channel(2), 1_900_000_000L), onChain(false, 9)),
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
    editions.add(OfferSamples.moved(Samples.channel(2), 1, 1));
    editions.add(OfferSamples.moved(Samples.channel(1), 1, 2));
    editions.add(with(edition.terms().withPrice(BigInteger.ZERO)));
    editions.add(with(OfferSamples.terms(Samples.address(9), OfferSamples.royaltiesTo(66), 5_000)));
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

  private static PurchaseTerms genuine(Offer offer) {
    assertThat(offer).isInstanceOf(Offer.Genuine.class);
    return ((Offer.Genuine) offer).terms();
  }

  private static void assertRefused(Offer offer, Offer.Code code) {
    assertThat(offer).isEqualTo(new Offer.Refused(code));
  }
}
