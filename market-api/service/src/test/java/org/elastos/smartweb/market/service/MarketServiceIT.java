// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.ddrm.Statement;
import org.elastos.smartweb.ddrm.StatementBody;
import org.elastos.smartweb.ddrm.Terms;
import org.elastos.smartweb.market.ChannelEvent;
import org.elastos.smartweb.market.ChannelRef;
import org.elastos.smartweb.market.Edition;
import org.elastos.smartweb.market.Listing;
import org.elastos.smartweb.market.Page;
import org.elastos.smartweb.market.ProviderHint;
import org.elastos.smartweb.market.Samples;
import org.elastos.smartweb.market.SignedListing;
import org.elastos.smartweb.market.Work;
import org.elastos.smartweb.market.client.Answer;
import org.elastos.smartweb.market.client.MarketClient;
import org.elastos.smartweb.market.json.ListingJson;
import org.elastos.smartweb.market.service.internal.index.FakeEvmChain;
import org.elastos.smartweb.market.service.internal.index.Tables;
import org.elastos.smartweb.market.service.internal.store.EventLogs;
import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.platform.http.EdgeOptions;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.elastos.smartweb.testkit.HangGuard;
import org.elastos.smartweb.testkit.MutableClock;
import org.elastos.smartweb.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The whole service over HTTP, on a chain in memory.
@DatabaseTest
final class MarketServiceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int EDITIONS = 7;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private final MutableClock clock = MutableClock.at("2027-01-15T08:00:00Z");
  private final FakeEvmChain chain = new FakeEvmChain(new SplittableRandom(1));
  private final MarketService service;
  private MarketClient client;
  private URI base;

  MarketServiceIT(TestDatabase database) {
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

  @Test
  void servesEditionsPageByPageWithoutGapOrRepetition() {
    List<Edition> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<Edition> page = client.editions(after, 3).given().orElseThrow();
      seen.addAll(page.items());
      after = page.next();
    } while (after.isPresent());

    assertThat(seen).extracting(Edition::id).hasSize(EDITIONS).doesNotHaveDuplicates();
    assertThat(client.edition(Samples.editionId(3)).given()).contains(seen.get(2));
    assertRefused(client.edition(Samples.editionId(99)), 404, "edition_unknown");
  }

  @Test
  void showsListingsThatAChannelWouldFillCheapestFirst() {
    SignedListing dear = listing(2, 1, 9_000_000, 1);
    SignedListing cheap = listing(2, 1, 7_000_000, 2);
    assertThat(client.postListing(dear).given()).contains(dear);
    assertThat(client.postListing(cheap).given()).contains(cheap);
    assertThat(client.postListing(cheap).given()).contains(cheap);

    Page<SignedListing> first =
        client.listings(Samples.editionId(2), Optional.empty(), 1).given().orElseThrow();
    assertThat(first.items()).containsExactly(cheap);
    assertThat(client.listings(Samples.editionId(2), first.next(), 1).given().orElseThrow().items())
        .containsExactly(dear);
  }

  @Test
  void takesNoListingThatNoChannelWouldFill() {
    SignedListing good = listing(3, 1, 7_000_000, 3);
    Bytes signature = good.signature();

    assertRefused(client.postListing(listing(99, 1, 1, 1)), 404, "edition_unknown");
    assertRefused(
        client.postListing(new SignedListing(Samples.channel(2), good.listing(), signature)),
        422,
        "channel_differs");
    assertRefused(
        client.postListing(new SignedListing(good.channel(), good.listing(), Bytes.EMPTY)),
        422,
        "listing_signature_invalid");
    assertRefused(client.postListing(listing(3, 2, 7_000_000, 3)), 409, "seller_lacks_units");
    assertRefused(client.postListing(listing(3, 1, 7_000_000, 13)), 409, "listing_used");
    assertRefused(
        client.postListing(with(3, new TokenAmount(Samples.address(66), BigInteger.ONE), 1)),
        422,
        "pay_token_differs");
    assertRefused(
        client.postListing(with(3, token(1), clock.instant().getEpochSecond())),
        422,
        "listing_expired");
  }

  @Test
  void boundsTheOpenListingsOfOneSeller() {
    for (int nonce = 100; nonce < 120; nonce++) {
      assertThat(client.postListing(listing(4, 1, 7_000_000, nonce)).given()).isPresent();
    }
    assertRefused(client.postListing(listing(4, 1, 7_000_000, 120)), 429, "too_many_listings");
  }

  @Test
  void hidesListingsOnceTheChainHasSpentThem() {
    SignedListing listing = listing(5, 1, 7_000_000, 500);
    client.postListing(listing);
    assertThat(open(5)).containsExactly(listing);

    long head = chain.newest();
    chain.fork(head, head + 1, List.of(cancelled(head + 1, 500)));
    client.awaitIndexed(head + 1, PATIENCE);
    assertThat(open(5)).isEmpty();
    assertRefused(client.postListing(listing), 409, "listing_used");

    chain.fork(head, head + 2, List.of());
    client.awaitIndexed(head + 2, PATIENCE);
    assertThat(open(5)).containsExactly(listing);
  }

  @Test
  void keepsWhatACreatorStatesAndLetsItOnlyGrow() {
    Work work = Samples.work(6);
    Statement first = work.termsChain().getFirst();
    Statement second = after(first);
    Work longer = Samples.work(Samples.core(6), List.of(first, second), List.of()).orElseThrow();
    Work forked =
        Samples.work(
                Samples.core(6),
                List.of(Samples.terms(6, Samples.holds(6), Samples.holds(7))),
                List.of())
            .orElseThrow();

    assertRefused(client.work(Samples.asset(6)), 404, "work_unknown");
    assertThat(client.postWork(work).given()).isPresent();
    assertThat(client.work(Samples.asset(6)).given()).contains(work);
    assertThat(client.postWork(longer).given()).isPresent();
    assertThat(client.postWork(work).given()).isPresent();
    assertThat(client.work(Samples.asset(6)).given().orElseThrow().termsChain())
        .containsExactly(first, second);
    assertRefused(client.postWork(forked), 409, "statement_fork");
    assertRefused(client.postWork(Samples.work(50)), 404, "edition_unknown");
  }

  @Test
  void keepsBoundedHintsOfFilesThatEditionsPointTo() {
    assertRefused(hint(Samples.CID, "http://127.0.0.1:8080"), 422, "url_not_public");
    assertRefused(hint("Qm" + "a".repeat(44), "https://a.example.org"), 404, "cid_unknown");
    for (int i = 0; i < 32; i++) {
      assertThat(hint(Samples.CID, "https://g" + i + ".example.org").given()).isPresent();
    }
    assertThat(hint(Samples.CID, "https://g0.example.org").given()).isPresent();
    assertRefused(hint(Samples.CID, "https://more.example.org"), 429, "too_many_providers");
    assertThat(client.providers(Samples.CID).given().orElseThrow()).hasSize(32);
  }

  @Test
  void refusesHostileRequestsAsProblems() throws Exception {
    Map<String, Integer> hostile = new LinkedHashMap<>();
    for (String path :
        List.of(
            "/v1/editions?limit=0",
            "/v1/editions?limit=201",
            "/v1/editions?limit=999999999999",
            "/v1/editions?limit=1&limit=2",
            "/v1/editions?after=1;DROP%20TABLE%20edition",
            "/v1/editions?after=999999999999999999999.1",
            "/v1/editions/1%27%20OR%20%271%27=%271",
            "/v1/editions/0x00",
            "/v1/listings",
            "/v1/listings?edition=%27%3B--",
            "/v1/works/..%2f..%2fetc",
            "/v1/providers/%00")) {
      hostile.put("GET " + path, 400);
    }
    hostile.put("GET /v1/nothing", 404);
    hostile.put("DELETE /v1/editions", 405);
    hostile.put("POST /v1/listings", 415);
    hostile.put("POST /v1/works", 415);

    for (Map.Entry<String, Integer> one : hostile.entrySet()) {
      String[] request = one.getKey().split(" ", 2);
      HttpResponse<String> answer =
          send(
              HttpRequest.newBuilder(URI.create(base + request[1]))
                  .method(request[0], HttpRequest.BodyPublishers.noBody()));
      assertThat(answer.statusCode()).as(one.getKey()).isEqualTo(one.getValue());
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.body()).contains("\"code\"");
    }
  }

  @Test
  void refusesBodiesThatAreNotWhatTheyShouldBe() throws Exception {
    String good = ListingJson.write(listing(3, 1, 7_000_000, 9)).toString();
    assertThat(post("/v1/listings", "{")).isEqualTo(400);
    assertThat(post("/v1/listings", "")).isEqualTo(400);
    assertThat(post("/v1/listings", "[]")).isEqualTo(400);
    assertThat(post("/v1/listings", good.replace("\"quantity\":\"1\"", "\"quantity\":1")))
        .isEqualTo(400);
    assertThat(post("/v1/works", "{\"core\":\"AA==\",\"terms\":[],\"face\":[]}")).isEqualTo(422);
    assertThat(post("/v1/providers", "{\"cid\":\"x\",\"url\":\"y\"}")).isEqualTo(400);
    assertThat(post("/v1/works", " ".repeat(2 << 20))).isEqualTo(413);
  }

  @Test
  void saysThatItIsReadyOnlyWhileItSeesTheChain() throws Exception {
    assertThat(health()).isEqualTo(200);
    chain.silence(true);
    clock.advance(Duration.ofMinutes(1));
    try {
      assertThat(health()).isEqualTo(503);
      assertThat(client.status().given().orElseThrow().ready()).isFalse();
    } finally {
      chain.silence(false);
    }
  }

  private int health() throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(base.resolve("/health/ready"))).statusCode();
  }

  private int post(String path, String body) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)))
        .statusCode();
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(
        request.timeout(PATIENCE).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private Answer<ProviderHint> hint(String cid, String url) {
    return client.postProvider(new ProviderHint(cid, URI.create(url)));
  }

  private List<SignedListing> open(int edition) {
    return client
        .listings(Samples.editionId(edition), Optional.empty(), 50)
        .given()
        .orElseThrow()
        .items();
  }

  private static SignedListing listing(int edition, int wallet, long price, int nonce) {
    return signed(edition, wallet, token(price), new long[] {nonce, 1_900_000_000L});
  }

  private static SignedListing with(int edition, TokenAmount price, long expiry) {
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

  private static TokenAmount token(long units) {
    return new TokenAmount(Samples.address(0xd0), BigInteger.valueOf(units));
  }

  private static Statement after(Statement before) {
    Terms terms = (Terms) before.body();
    return Statement.sign(
        Samples.wallet(Samples.CREATOR),
        new Terms(
            StatementBody.Place.after(terms),
            terms.policy(),
            terms.rendering(),
            terms.committees()));
  }

  private static ChannelEvent.Moved moved(long block, int edition, EvmAddress to, int units) {
    return new ChannelEvent.Moved(
        Samples.at(block, 1),
        Samples.channel(1),
        EvmAddress.ZERO,
        to,
        List.of(new ChannelEvent.Units(Samples.editionId(edition), BigInteger.valueOf(units))));
  }

  private static ChannelEvent cancelled(long block, int nonce) {
    return new ChannelEvent.ListingCancelled(
        Samples.at(block, 0),
        Samples.channel(1),
        Samples.wallet(1).address(),
        BigInteger.valueOf(nonce));
  }

  private static void assertRefused(Answer<?> answer, int status, String code) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.status()).isEqualTo(status);
            });
  }
}
