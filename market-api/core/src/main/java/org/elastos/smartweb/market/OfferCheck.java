// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.elastos.smartweb.chain.TokenAmount;

/// Decides whether an offer may be signed (decision C7). The market's claim is compared with what
/// the buyer asked for and with what the buyer's own quorum read; where they agree the terms are
/// rebuilt from wish and chain, so that a lying market can prevent a purchase but never change what
/// is signed. Pure and thread-safe.
public final class OfferCheck {
  private final ChannelCode genuine;

  /// @param genuine the channel code of the factory that stands in the buyer's own configuration
  public OfferCheck(ChannelCode genuine) {
    this.genuine = genuine;
  }

  /// Checks a sale by the channel itself.
  ///
  /// @param chain the edition as the chain has it; empty when the chain has none
  public Offer sale(Wish wish, Claim claim, Optional<ChainEdition> chain) {
    if (chain.isEmpty()) {
      return new Offer.Refused(Offer.Code.EDITION_UNKNOWN);
    }
    ChainEdition known = chain.get();
    BigInteger total = known.state().price().units().multiply(wish.quantity());
    return firstOf(common(wish, claim, known))
        .or(() -> firstOf(saleRules(wish, claim, known, total)))
        .<Offer>map(Offer.Refused::new)
        .orElseGet(() -> genuine(wish, claim, known, new TokenAmount(wish.limit().token(), total)));
  }

  /// Checks the resale that the claim's listing offers.
  ///
  /// @param chain edition and listing as the chain has them; empty when it has no such edition
  public Offer resale(Wish wish, Claim claim, Optional<ChainListing> chain) {
    if (chain.isEmpty()) {
      return new Offer.Refused(Offer.Code.EDITION_UNKNOWN);
    }
    if (claim.listing().isEmpty()) {
      return new Offer.Refused(Offer.Code.LISTING_DIFFERS);
    }
    SignedListing signed = claim.listing().get();
    ChainEdition known = chain.get().edition();
    return firstOf(common(wish, claim, known))
        .or(() -> firstOf(listingRules(wish, signed, chain.get())))
        .<Offer>map(Offer.Refused::new)
        .orElseGet(() -> genuine(wish, claim, known, signed.listing().price()));
  }

  private List<Rule> common(Wish wish, Claim claim, ChainEdition chain) {
    Edition said = claim.edition();
    ChainEdition.State state = chain.state();
    return List.of(
        new Rule(Offer.Code.EDITION_DIFFERS, () -> claim.isAbout(wish.edition())),
        new Rule(Offer.Code.EDITION_DIFFERS, () -> chain.id().equals(wish.edition())),
        new Rule(Offer.Code.CHANNEL_DIFFERS, () -> said.channel().equals(chain.channel())),
        new Rule(
            Offer.Code.CHANNEL_DIFFERS,
            () -> wish.channel().map(chain.channel()::equals).orElse(true)),
        new Rule(
            Offer.Code.CHANNEL_NOT_GENUINE, () -> genuine.ownerOf(chain.channelCode()).isPresent()),
        new Rule(Offer.Code.ASSET_DIFFERS, () -> said.assetId().equals(state.assetId())),
        new Rule(
            Offer.Code.ASSET_DIFFERS,
            () -> wish.assetId().map(state.assetId()::equals).orElse(true)),
        new Rule(Offer.Code.WORK_UNKNOWN, () -> claim.work().isPresent()),
        new Rule(
            Offer.Code.ASSET_DIFFERS,
            () -> claim.work().map(Work::assetId).filter(state.assetId()::equals).isPresent()),
        new Rule(
            Offer.Code.EDITION_NOT_IN_TERMS,
            () -> claim.work().filter(w -> w.opensWith(chain.channel(), chain.id())).isPresent()),
        new Rule(
            Offer.Code.PAY_TOKEN_DIFFERS,
            () ->
                state.price().token().equals(wish.limit().token())
                    && said.terms().price().token().equals(wish.limit().token())),
        new Rule(
            Offer.Code.ROYALTY_TABLE_DIFFERS,
            () -> said.terms().royalties().hash().equals(state.tableHash())),
        new Rule(Offer.Code.TERMS_DIFFER, () -> sameTerms(said.terms(), state)));
  }

  private static List<Rule> saleRules(
      Wish wish, Claim claim, ChainEdition chain, BigInteger total) {
    ChainEdition.State state = chain.state();
    return List.of(
        new Rule(Offer.Code.LISTING_DIFFERS, () -> claim.listing().isEmpty()),
        new Rule(
            Offer.Code.PRICE_DIFFERS, () -> claim.edition().terms().price().equals(state.price())),
        new Rule(Offer.Code.PRICE_ABOVE_LIMIT, () -> total.compareTo(wish.limit().units()) <= 0),
        new Rule(Offer.Code.SALES_PAUSED, () -> !state.paused()),
        new Rule(Offer.Code.SOLD_OUT, () -> chain.left().compareTo(wish.quantity()) >= 0));
  }

  private static List<Rule> listingRules(Wish wish, SignedListing signed, ChainListing chain) {
    Listing listing = signed.listing();
    long time = chain.edition().at().time().getEpochSecond();
    return List.of(
        new Rule(
            Offer.Code.CHANNEL_DIFFERS, () -> signed.channel().equals(chain.edition().channel())),
        new Rule(Offer.Code.LISTING_SIGNATURE_INVALID, signed::hasValidSignature),
        new Rule(Offer.Code.LISTING_DIFFERS, () -> listing.quantity().equals(wish.quantity())),
        new Rule(
            Offer.Code.PAY_TOKEN_DIFFERS,
            () -> listing.price().token().equals(wish.limit().token())),
        new Rule(
            Offer.Code.PRICE_ABOVE_LIMIT,
            () -> listing.price().units().compareTo(wish.limit().units()) <= 0),
        new Rule(
            Offer.Code.LISTING_EXPIRED,
            () -> listing.expiry().compareTo(BigInteger.valueOf(time)) > 0),
        new Rule(Offer.Code.LISTING_USED, () -> !chain.nonceUsed()),
        new Rule(
            Offer.Code.SELLER_LACKS_UNITS,
            () -> chain.sellerBalance().compareTo(listing.quantity()) >= 0));
  }

  private static boolean sameTerms(SaleTerms said, ChainEdition.State state) {
    return said.royaltyBps() == state.royaltyBps()
        && said.transferable() == state.transferable()
        && said.pushRoyalties() == state.pushRoyalties()
        && said.maxSupply().equals(state.maxSupply());
  }

  private static Offer genuine(Wish wish, Claim claim, ChainEdition chain, TokenAmount total) {
    return new Offer.Genuine(
        new PurchaseTerms(
            chain.channel(),
            wish.edition(),
            chain.state().assetId(),
            wish.quantity(),
            total,
            claim.edition().terms().royalties(),
            claim.listing(),
            chain.at()));
  }

  private static Optional<Offer.Code> firstOf(List<Rule> rules) {
    return rules.stream().filter(rule -> !rule.holds().getAsBoolean()).map(Rule::code).findFirst();
  }

  /// What must hold, and the code when it does not.
  private record Rule(Offer.Code code, BooleanSupplier holds) {}
}
