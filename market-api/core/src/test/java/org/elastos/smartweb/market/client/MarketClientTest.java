// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.market.Edition;
import org.elastos.smartweb.market.MarketStatus;
import org.elastos.smartweb.market.Page;
import org.elastos.smartweb.market.ProviderHint;
import org.elastos.smartweb.market.Samples;
import org.elastos.smartweb.market.SignedListing;
import org.elastos.smartweb.market.json.EditionJson;
import org.elastos.smartweb.market.json.ListingJson;
import org.elastos.smartweb.market.json.PageJson;
import org.elastos.smartweb.market.json.ProviderJson;
import org.elastos.smartweb.market.json.StatusJson;
import org.elastos.smartweb.market.json.WorkJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The client against a server that answers whatever the test wants.
class MarketClientTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicReference<String> asked = new AtomicReference<>("");
  private final CountDownLatch closing = new CountDownLatch(1);
  private ExecutorService threads;
  private HttpServer server;
  private int status = 200;
  private byte[] body = {};
  private boolean silent;

  @BeforeEach
  void start() throws IOException {
    threads = Executors.newVirtualThreadPerTaskExecutor();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          asked.set(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          if (silent) {
            awaitClosing();
          }
          exchange.sendResponseHeaders(status, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
    http.close();
  }

  @Test
  void readsEditionsPageByPage() {
    Page<Edition> page = new Page<>(List.of(Samples.edition(1)), Optional.of("a b"));
    answer(200, PageJson.write(page, EditionJson::write).toString());

    assertThat(client().editions(Optional.of("x&y"), 5)).isEqualTo(new Answer.Given<>(page));
    assertThat(asked.get()).isEqualTo("GET /v1/editions?limit=5&after=x%26y");
  }

  @Test
  void takesNoAnswerAboutSomethingElse() {
    answer(200, EditionJson.write(Samples.edition(2)).toString());
    assertMalformed(client().edition(Samples.editionId(1)));
    assertThat(client().edition(Samples.editionId(2)).given()).contains(Samples.edition(2));

    answer(200, WorkJson.write(Samples.work(2)).toString());
    assertMalformed(client().work(Samples.asset(1)));
    assertThat(client().work(Samples.asset(2)).given()).contains(Samples.work(2));
    assertThat(client().postWork(Samples.work(2)).given()).contains(Samples.work(2));
    ObjectNode unsigned = WorkJson.write(Samples.work(2));
    unsigned.set("terms", WorkJson.write(Samples.work(1)).get("terms"));
    answer(200, unsigned.toString());
    assertMalformed(client().work(Samples.asset(2)));

    var hint = new ProviderHint(Samples.CID, URI.create("http://127.0.0.1:9/"));
    answer(
        200,
        PageJson.write(new Page<>(List.of(hint), Optional.empty()), ProviderJson::write)
            .toString());
    assertMalformed(client().providers("Qm" + "a".repeat(44)));
    assertThat(client().providers(Samples.CID).given()).contains(List.of(hint));
  }

  @Test
  void takesNoListingThatItsSellerDidNotSign() {
    SignedListing good = Samples.signed(1, 1);
    answerListing(good);
    assertThat(client().listings(Samples.editionId(1), Optional.empty(), 5).given()).isPresent();
    assertMalformed(client().listings(Samples.editionId(2), Optional.empty(), 5));

    answerListing(new SignedListing(Samples.channel(2), good.listing(), good.signature()));
    assertMalformed(client().listings(Samples.editionId(1), Optional.empty(), 5));
    answerListing(new SignedListing(good.channel(), good.listing(), Bytes.of(new byte[65])));
    assertMalformed(client().listings(Samples.editionId(1), Optional.empty(), 5));
  }

  @Test
  void passesRefusalsOnWithTheirCode() {
    answer(409, "{\"code\":\"listing_used\",\"detail\":\"gone\",\"status\":409}");
    assertThat(client().postListing(Samples.signed(1, 1)))
        .isEqualTo(new Answer.Refused<SignedListing>(409, "listing_used", "gone"));
    assertThat(asked.get()).isEqualTo("POST /v1/listings");

    answer(502, "<html>bad gateway</html>");
    assertMalformed(client().status());
  }

  @Test
  void cutsOffAnswersWithoutEnd() {
    body = new byte[5 << 20];
    assertThat(client().status())
        .isInstanceOfSatisfying(
            Answer.Failed.class, failed -> assertThat(failed.code()).isEqualTo("unreachable"));
  }

  @Test
  void givesUpOnASilentMarket() {
    silent = true;
    Answer<MarketStatus> answer = new MarketClient(http, base(), Duration.ofMillis(200)).status();
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Failed.class, failed -> assertThat(failed.code()).isEqualTo("timeout"));
  }

  @Test
  void waitsUntilABlockIsIndexed() {
    AtomicLong indexed = new AtomicLong(1);
    server.removeContext("/");
    server.createContext(
        "/v1/status",
        exchange -> {
          byte[] json =
              StatusJson.write(status(indexed.getAndIncrement()))
                  .toString()
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, json.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(json);
          }
        });

    assertThat(client().awaitIndexed(3, TIMEOUT).given().orElseThrow().indexed()).isEqualTo(3);
    assertThat(client().awaitIndexed(1_000, Duration.ZERO).given().orElseThrow().indexed())
        .isLessThan(1_000);
  }

  private MarketClient client() {
    return new MarketClient(http, base(), TIMEOUT);
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(int code, String text) {
    status = code;
    body = text.getBytes(StandardCharsets.UTF_8);
  }

  private void answerListing(SignedListing listing) {
    answer(
        200,
        PageJson.write(new Page<>(List.of(listing), Optional.empty()), ListingJson::write)
            .toString());
  }

  private void awaitClosing() {
    try {
      assertThat(closing.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void assertMalformed(Answer<?> answer) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Failed.class, failed -> assertThat(failed.code()).isEqualTo("malformed_answer"));
  }

  private static MarketStatus status(long indexed) {
    return new MarketStatus(Samples.CHAIN, Samples.address(1), indexed, indexed, 0, true);
  }
}
