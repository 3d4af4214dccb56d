// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Readings;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.contracts.generated.DevUsdCalls;
import org.elastos.smartweb.market.ChainEdition;
import org.elastos.smartweb.market.Claim;
import org.elastos.smartweb.market.Edition;
import org.elastos.smartweb.market.Offer;
import org.elastos.smartweb.market.OfferCheck;
import org.elastos.smartweb.market.ProviderHint;
import org.elastos.smartweb.market.PurchaseTerms;
import org.elastos.smartweb.market.RoyaltyTable;
import org.elastos.smartweb.market.SignedListing;
import org.elastos.smartweb.market.Wish;
import org.elastos.smartweb.market.Work;
import org.elastos.smartweb.market.client.MarketClient;
import org.elastos.smartweb.market.service.EvmOffers;
import org.elastos.smartweb.market.service.PurchaseCalls;

/// Buys units of an edition, from its channel or from an owner. The market says what there is; what
/// is signed comes from the order and from the chain alone (decision C7), and nothing is signed
/// while what would be paid for cannot be had (decision C8). Blocks; not thread-safe.
public final class Buy {
  private static final int LISTINGS = 100;

  private final Workspace workspace;
  private final MarketClient market;
  private final Reads reads;
  private final EvmOffers offers;

  /// @param workspace where the buyer's wallet is
  public Buy(Workspace workspace) {
    this.workspace = workspace;
    this.market = workspace.market();
    this.reads = workspace.reads();
    this.offers = new EvmOffers(workspace.chain());
  }

  /// What a buyer wants.
  ///
  /// @param id the same id never pays twice
  /// @param source from whom
  /// @param limit the most to be paid for all units together; without it the chain's price holds
  public record Order(
      String id,
      EditionId edition,
      BigInteger quantity,
      Source source,
      Optional<BigInteger> limit,
      String wallet) {}

  /// From whom units are bought.
  public sealed interface Source {
    /// From the channel.
    record Channel() implements Source {}

    /// From the owner who offers them the cheapest.
    record CheapestOwner() implements Source {}

    /// From the owner who signed this listing.
    record Listing(Hash256 id) implements Source {}
  }

  /// What the market says and what the chain says.
  private record Quote(Claim claim, ChainEdition known, TokenAmount price) {}

  /// Buys once.
  public Purchase buy(Order order, Consumer<String> progress) {
    Account account = workspace.account(order.wallet);
    Optional<TxHash> earlier = account.sent(payment(order));
    if (earlier.isPresent()) {
      progress.accept("this order was sent before, as " + earlier.get());
      RoyaltyTable royalties = Refusals.given(market.edition(order.edition)).terms().royalties();
      return purchase(order, royalties, account.receipt(earlier.get()));
    }
    BlockRef at = reads.newest();
    Claim claim = claim(order);
    PurchaseTerms terms = genuine(order, quote(claim, at), at);
    progress.accept(
        "the offer is genuine at block "
            + at.number()
            + ": "
            + Money.text(terms.total().units())
            + " in all");
    Availability.Found found =
        new Availability(workspace.http()).require(providers(claim), workspace.committee());
    progress.accept(
        "providers that have the file: "
            + found.providers().size()
            + ", licence nodes that answer: "
            + found.nodes());
    requireFunds(account.address(), terms, at);
    approve(order, account, terms, progress);
    TxReceipt receipt =
        account.carryOut(payment(order), PurchaseCalls.transaction(terms, account.address()));
    progress.accept("paid in block " + receipt.block().number());
    return purchase(order, terms.royalties(), receipt);
  }

  private Claim claim(Order order) {
    Edition edition = Refusals.given(market.edition(order.edition));
    Optional<Work> work = market.work(edition.assetId()).given();
    Optional<SignedListing> listing =
        switch (order.source) {
          case Source.Channel() -> Optional.empty();
          case Source.CheapestOwner() ->
              Optional.of(listing(order, one -> one.listing().quantity().equals(order.quantity)));
          case Source.Listing(Hash256 id) ->
              Optional.of(listing(order, one -> one.id().equals(id)));
        };
    return new Claim(edition, listing, work);
  }

  private SignedListing listing(Order order, Predicate<SignedListing> wanted) {
    return Refusals.given(market.listings(order.edition, Optional.empty(), LISTINGS))
        .items()
        .stream()
        .filter(wanted)
        .findFirst()
        .orElseThrow(() ->
            new CommandFailure(
                "no_such_listing",
                "no owner offers that",
                "look at the listings of this edition",
                Map.of("edition", order.edition.toString())));
  }

  private Quote quote(Claim claim, BlockRef at) {
    EditionId id = claim.edition().id();
    ChainEdition known =
        Readings.required(offers.edition(claim.edition().channel(), id, at))
            .orElseThrow(() -> refused(Offer.Code.EDITION_UNKNOWN));
    TokenAmount price =
        claim.listing().map(one -> one.listing().price()).orElse(known.state().price());
    return new Quote(claim, known, price);
  }

  private PurchaseTerms genuine(Order order, Quote quote, BlockRef at) {
    OfferCheck check =
        new OfferCheck(Readings.required(offers.channelCode(workspace.factory(), at)));
    boolean resale = quote.claim.listing().isPresent();
    BigInteger asked = resale ? quote.price.units() : quote.price.units().multiply(order.quantity);
    Wish wish =
        new Wish(
            order.edition,
            Optional.empty(),
            Optional.empty(),
            order.quantity,
            new TokenAmount(workspace.usd(), order.limit.orElse(asked)));
    Offer offer =
        resale
            ? check.resale(
                wish,
                quote.claim,
                Readings.required(offers.listing(quote.claim.listing().orElseThrow(), at)))
            : check.sale(wish, quote.claim, Optional.of(quote.known));
    return switch (offer) {
      case Offer.Genuine(PurchaseTerms terms) -> terms;
      case Offer.Refused(Offer.Code code) -> throw refused(code);
    };
  }

  private List<ProviderHint> providers(Claim claim) {
    String cid =
        claim
            .edition()
            .contentUri()
            .orElseThrow(() ->
                new CommandFailure(
                    "not_available",
                    "nobody says where the file is; nothing was spent",
                    "ask the creator to state the edition's content address"))
            .cid();
    return Refusals.given(market.providers(cid));
  }

  private void requireFunds(EvmAddress buyer, PurchaseTerms terms, BlockRef at) {
    BigInteger has = reads.ask(new DevUsdCalls.BalanceOf(buyer), terms.total().token(), at);
    if (has.compareTo(terms.total().units()) < 0) {
      throw new CommandFailure(
          "insufficient_balance",
          "the wallet has " + Money.text(has) + " and needs " + Money.text(terms.total().units()),
          "send the token to the wallet and try again",
          Map.of("wallet", buyer.toString(), "token", terms.total().token().toString()));
    }
  }

  /// Lets the channel take exactly the total, unless it may already.
  private void approve(
      Order order, Account account, PurchaseTerms terms, Consumer<String> progress) {
    EvmAddress channel = terms.channel().address();
    EvmAddress token = terms.total().token();
    BigInteger total = terms.total().units();
    BigInteger allowed =
        reads.ask(new DevUsdCalls.Allowance(account.address(), channel), token, reads.newest());
    if (allowed.compareTo(total) < 0) {
      TxReceipt receipt =
          account.carryOut(
              "approve/" + order.id,
              EvmTransaction.call(new DevUsdCalls.Approve(channel, total).on(token)));
      reads.newestFrom(receipt.block().number());
      progress.accept("approved exactly " + Money.text(total));
    }
  }

  private static Purchase purchase(Order order, RoyaltyTable royalties, TxReceipt receipt) {
    return Purchase.of(order.edition, royalties, receipt)
        .orElseThrow(() ->
            new CommandFailure(
                "order_differs",
                "what was sent under this order id bought something else",
                "take another order id",
                Map.of("transaction", receipt.transaction().toString())));
  }

  private static String payment(Order order) {
    return "buy/" + order.id;
  }

  private static CommandFailure refused(Offer.Code code) {
    return new CommandFailure(
        code.text(),
        "the offer is not what it should be; nothing was signed: " + code.text(),
        switch (code) {
          case PRICE_ABOVE_LIMIT -> "raise --max-price if you agree with the price";
          case PRICE_DIFFERS, LISTING_USED, SELLER_LACKS_UNITS ->
              "wait until the market has caught up and try again";
          case SOLD_OUT, SALES_PAUSED -> "look for an owner's listing";
          default -> "do not buy this from this market";
        });
  }
}
