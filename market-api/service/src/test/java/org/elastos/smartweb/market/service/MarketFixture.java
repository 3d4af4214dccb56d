// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.market.ChannelEvent;
import org.elastos.smartweb.market.ChannelRef;
import org.elastos.smartweb.market.Listing;
import org.elastos.smartweb.market.Samples;
import org.elastos.smartweb.market.SignedListing;
import org.elastos.smartweb.market.client.MarketClient;
import org.elastos.smartweb.market.service.internal.index.FakeEvmChain;
import org.elastos.smartweb.market.service.internal.index.Tables;
import org.elastos.smartweb.market.service.internal.store.EventLogs;
import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.platform.http.EdgeOptions;
import org.elastos.smartweb.testkit.HangGuard;
import org.elastos.smartweb.testkit.MutableClock;
import org.elastos.smartweb.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A market on a chain in memory, started afresh for each test.
abstract class MarketFixture {
  static final Duration PATIENCE = Duration.ofSeconds(30);
  static final int EDITIONS = 7;

  final Vertx vertx = Vertx.vertx();
  final HttpClient http = HttpClient.newHttpClient();
  final MutableClock clock = MutableClock.at("2027-01-15T08:00:00Z");
  final FakeEvmChain chain = new FakeEvmChain(new SplittableRandom(1));
  final MarketService service;
  MarketClient client;
  URI base;

  MarketFixture(TestDatabase database) {
    Migrations.migrate(database.access(), "market");
    Tables.clear(database.db());
    MarketConfig config =
        new MarketConfig(
            EdgeOptions.onLoopback(0),
            EventLogs.FACTORY,
            new MarketConfig.Following(0, 100, Duration.ofMillis(50), 10),
            false);
    this.service =
        new MarketService(
            config, new MarketPorts(vertx, chain, database.access(), clock, new SecureRandom()));
  }

  @BeforeEach
  void start() {
    List<ChannelEvent> events = new ArrayList<>();
    events.add(
        new ChannelEvent.Opened(
            Samples.at(1, 0), Samples.channel(1), Samples.wallet(5).address(), "Ana"));
    for (int n = 1; n <= EDITIONS; n++) {
      events.add(Samples.created(Samples.at(1 + n, 0), 1, n));
      events.add(moved(1 + n, n, Samples.wallet(1).address(), 100));
    }
    events.add(
        new ChannelEvent.ListingCancelled(
            Samples.at(20, 0),
            Samples.channel(1),
            Samples.wallet(1).address(),
            BigInteger.valueOf(13)));
    chain.fork(0, 20, events);
    chain.finalizeTo(10);
    HangGuard.await(service.start());
    base = URI.create("http://127.0.0.1:" + service.port());
    client = new MarketClient(http, base, PATIENCE);
    assertThat(client.awaitIndexed(20, PATIENCE).given().orElseThrow().indexed()).isEqualTo(20);
  }

  @AfterEach
  void stop() {
    HangGuard.await(service.close());
    HangGuard.await(vertx.close());
    http.close();
  }

  static SignedListing listing(int edition, int wallet, long price, int nonce) {
    return signed(edition, wallet, token(price), new long[] {nonce, 1_900_000_000L});
  }

  static SignedListing with(int edition, TokenAmount price, long expiry) {
    return signed(edition, 1, price, new long[] {77, expiry});
  }

  private static SignedListing signed(
      int edition, int key, TokenAmount price, long[] nonceAndExpiry) {
    LocalWallet wallet = Samples.wallet(key);
    ChannelRef channel = Samples.channel(1);
    return SignedListing.sign(
        channel,
        new Listing(
            wallet.address(),
            Samples.editionId(edition),
            BigInteger.ONE,
            price,
            BigInteger.valueOf(nonceAndExpiry[0]),
            BigInteger.valueOf(nonceAndExpiry[1])),
        wallet);
  }

  static TokenAmount token(long units) {
    return new TokenAmount(Samples.address(0xd0), BigInteger.valueOf(units));
  }

  private static ChannelEvent.Moved moved(long block, int edition, EvmAddress to, int units) {
    return new ChannelEvent.Moved(
        Samples.at(block, 1),
        Samples.channel(1),
        EvmAddress.ZERO,
        to,
        List.of(new ChannelEvent.Units(Samples.editionId(edition), BigInteger.valueOf(units))));
  }
}
