// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmCall;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.contracts.ChannelStack;
import org.elastos.smartweb.contracts.abi.ContractQuery;
import org.elastos.smartweb.contracts.generated.ChannelCalls;
import org.elastos.smartweb.contracts.generated.ChannelEvents;
import org.elastos.smartweb.contracts.generated.ChannelFactoryCalls;
import org.elastos.smartweb.contracts.generated.ChannelFactoryEvents;
import org.elastos.smartweb.contracts.generated.EditionTerms;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.market.ChannelCode;
import org.elastos.smartweb.market.ChannelRef;
import org.elastos.smartweb.market.Claim;
import org.elastos.smartweb.market.Edition;
import org.elastos.smartweb.market.Listing;
import org.elastos.smartweb.market.Offer;
import org.elastos.smartweb.market.OfferCheck;
import org.elastos.smartweb.market.PurchaseTerms;
import org.elastos.smartweb.market.Samples;
import org.elastos.smartweb.market.SignedListing;
import org.elastos.smartweb.market.Wish;
import org.elastos.smartweb.market.Work;
import org.elastos.smartweb.market.client.MarketClient;
import org.elastos.smartweb.platform.http.EdgeOptions;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.elastos.smartweb.testkit.HangGuard;
import org.elastos.smartweb.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

/// The market on a real chain with the real contracts: what it tells, what a buyer makes of it, and
/// what the chain then does.
@DatabaseTest
final class MarketOnChainIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PRICE = 1_000_000;
  private static final Hash256 SALT = Samples.hash(77);
  private static final TokenAmount LIMIT = TokenAmount.wei(BigInteger.valueOf(5 * PRICE));

  private final TestDatabase database;

  MarketOnChainIT(TestDatabase database) {
    this.database = database;
  }

  @Test
  void sellsAndResellsWithoutBeingTrusted() {
    Vertx vertx = Vertx.vertx();
    try (DevChain dev = new DevChain();
        HttpClient http = HttpClient.newHttpClient()) {
      EvmAddress factory =
          ChannelStack.place(
                  (contract, creation) -> dev.send(creation.transaction()).created().orElseThrow())
              .factory();
      MarketService market = market(vertx, dev, factory);
      HangGuard.await(market.start(), PATIENCE);
      try {
        MarketClient client =
            new MarketClient(http, URI.create("http://127.0.0.1:" + market.port()), PATIENCE);
        story(dev, factory, client);
      } finally {
        HangGuard.await(market.close(), PATIENCE);
      }
    } finally {
      HangGuard.await(vertx.close());
    }
  }

  private static void story(DevChain dev, EvmAddress factory, MarketClient client) {
    ChannelRef channel = openChannel(dev, factory);
    TxReceipt created = createEdition(dev, channel);
    EditionId id = created(created);
    OfferCheck check = new OfferCheck(channelCode(dev, factory));
    EvmOffers offers = new EvmOffers(dev.chain());
    Work work = work(channel, id);
    waitFor(client, created);
    assertThat(client.postWork(work).given()).contains(work);

    Edition told = client.edition(id).given().orElseThrow();
    Wish wish = new Wish(id, Optional.empty(), Optional.empty(), BigInteger.ONE, LIMIT);
    BlockRef now = dev.newest();
    Offer sale =
        check.sale(
            wish,
            new Claim(told, Optional.empty(), client.work(work.assetId()).given()),
            offers.edition(channel, id, now).agreed().orElseThrow());
    LocalWallet seller = Samples.wallet(1);
    TxReceipt bought = dev.send(PurchaseCalls.transaction(genuine(sale), seller.address()));
    waitFor(client, bought);
    assertThat(client.edition(id).given().orElseThrow().sold()).isEqualTo(1);

    SignedListing listing = list(dev, channel, id, seller);
    assertThat(client.postListing(listing).given()).contains(listing);
    assertThat(open(client, id)).containsExactly(listing);
    Offer resale =
        check.resale(
            wish,
            new Claim(told, Optional.of(listing), Optional.of(work)),
            offers.listing(listing, dev.newest()).agreed().orElseThrow());
    TxReceipt filled =
        dev.send(PurchaseCalls.transaction(genuine(resale), Samples.wallet(2).address()));
    waitFor(client, filled);
    assertThat(open(client, id)).isEmpty();
    Offer again =
        check.resale(
            wish,
            new Claim(told, Optional.of(listing), Optional.of(work)),
            offers.listing(listing, dev.newest()).agreed().orElseThrow());
    assertThat(again).isEqualTo(new Offer.Refused(Offer.Code.LISTING_USED));
    assertThat(offers.edition(channel, Samples.editionId(404), dev.newest()).agreed())
        .contains(Optional.empty());
  }

  private MarketService market(Vertx vertx, DevChain dev, EvmAddress factory) {
    MarketConfig config =
        new MarketConfig(EdgeOptions.onLoopback(0), factory, MarketConfig.Following.DEFAULT, true);
    return new MarketService(
        config,
        new MarketPorts(
            vertx, dev.chain(), database.access(), InstantSource.system(), new SecureRandom()));
  }

  private static ChannelRef openChannel(DevChain dev, EvmAddress factory) {
    EvmCall call = new ChannelFactoryCalls.CreateChannel("Ana", SALT).on(factory);
    TxReceipt receipt = dev.send(EvmTransaction.call(call));
    EvmAddress channel =
        receipt.logs().stream()
            .flatMap(log -> ChannelFactoryEvents.decode(log).stream())
            .map(event -> ((ChannelFactoryEvents.ChannelCreated) event).channel())
            .findFirst()
            .orElseThrow();
    return new ChannelRef(new ChainId(31337), channel);
  }

  private static TxReceipt createEdition(DevChain dev, ChannelRef channel) {
    EditionTerms terms =
        new EditionTerms(
            Samples.asset(1).hash(),
            EvmAddress.ZERO,
            BigInteger.valueOf(PRICE),
            10,
            1_000,
            0,
            0,
            0,
            0,
            "ipfs://" + Samples.CID);
    Bytes deed = Samples.royalties().deed();
    return dev.send(
        EvmTransaction.call(
            new ChannelCalls.CreateEdition(SALT, terms, deed).on(channel.address())));
  }

  private static EditionId created(TxReceipt receipt) {
    return receipt.logs().stream()
        .flatMap(log -> ChannelEvents.decode(log).stream())
        .filter(ChannelEvents.EditionCreated.class::isInstance)
        .map(event -> ((ChannelEvents.EditionCreated) event).editionId())
        .findFirst()
        .orElseThrow();
  }

  private static ChannelCode channelCode(DevChain dev, EvmAddress factory) {
    return new EvmOffers(dev.chain()).channelCode(factory, dev.newest()).agreed().orElseThrow();
  }

  private static Work work(ChannelRef channel, EditionId id) {
    Condition held = new Condition.HoldsEdition(channel.chain(), channel.address(), id);
    return Samples.work(Samples.core(1), List.of(Samples.terms(1, held)), List.of()).orElseThrow();
  }

  private static SignedListing list(
      DevChain dev, ChannelRef channel, EditionId id, LocalWallet seller) {
    Listing listing =
        new Listing(
            seller.address(),
            id,
            BigInteger.ONE,
            TokenAmount.wei(BigInteger.valueOf(2 * PRICE)),
            BigInteger.valueOf(300),
            BigInteger.valueOf(dev.newest().time().getEpochSecond() + 3_600));
    ContractQuery<Hash256> digest = new ChannelCalls.ListingDigest(PurchaseCalls.listing(listing));
    Hash256 onChain =
        digest.decodeResult(
            dev.chain().call(digest.on(channel.address()), dev.newest()).agreed().orElseThrow());
    assertThat(listing.digest(channel)).isEqualTo(onChain);
    return SignedListing.sign(channel, listing, seller);
  }

  private static List<SignedListing> open(MarketClient client, EditionId id) {
    return client.listings(id, Optional.empty(), 10).given().orElseThrow().items();
  }

  private static void waitFor(MarketClient client, TxReceipt receipt) {
    long block = receipt.block().number();
    assertThat(client.awaitIndexed(block, PATIENCE).given().orElseThrow().indexed())
        .isGreaterThanOrEqualTo(block);
  }

  private static PurchaseTerms genuine(Offer offer) {
    assertThat(offer).isInstanceOf(Offer.Genuine.class);
    return ((Offer.Genuine) offer).terms();
  }
}
