// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class HttpEdgeTest {
  private static final Problem NOT_OWNER =
      Problem.of(403, "not_owner", "The wallet holds no right").with("edition", "0x01");

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicBoolean databaseUp = new AtomicBoolean(true);
  private final Promise<Void> slowArrived = Promise.promise();
  private HttpEdge edge;

  @BeforeEach
  void start() throws Exception {
    EdgeOptions options =
        EdgeOptions.onLoopback(0)
            .withLimits(new EdgeOptions.Limits(64, Duration.ofSeconds(1), Duration.ofSeconds(20)))
            .withAccess(
                new EdgeOptions.Access(Set.of("home.example"), Set.of("https://app.example")));
    edge =
        new HttpEdge(vertx, options, new SecureRandom())
            .ready("chain", Future::succeededFuture)
            .ready("database", this::database)
            .routes(router -> {
              router.post("/echo").handler(c -> c.response().end(c.body().asString()));
              router.get("/refused").handler(c -> c.fail(new ProblemException(NOT_OWNER)));
              router.get("/broken").handler(HttpEdgeTest::fail);
              router.get("/never").handler(c -> {});
            })
            .rawRoutes(router -> router.get("/slow").handler(this::answerLate));
    await(edge.start());
  }

  @AfterEach
  void stop() throws Exception {
    await(edge.close());
    await(vertx.close());
  }

  @Test
  void isLiveAndReadyAndSaysWhatIsNot() throws Exception {
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    HttpResponse<String> ready = get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(200);
    databaseUp.set(false);
    HttpResponse<String> down = get("/health/ready");
    assertThat(down.statusCode()).isEqualTo(503);
    assertThat(new JsonObject(down.body()))
        .isEqualTo(
            new JsonObject(
                """
                {"status":"down","checks":[
                  {"name":"chain","up":true},{"name":"database","up":false}]}
                """));
    assertThat(down.body()).doesNotContain("inner address");
  }

  @Test
  void sendsRefusalsAsProblemsWithTheirCode() throws Exception {
    HttpResponse<String> refused = get("/refused");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonObject problem = new JsonObject(refused.body());
    assertThat(problem.getString("code")).isEqualTo("not_owner");
    assertThat(problem.getString("type")).isEqualTo("urn:smartweb:problem:not_owner");
    assertThat(problem.getInteger("status")).isEqualTo(403);
    assertThat(problem.getString("edition")).isEqualTo("0x01");
    assertThat(problem.getString("requestId"))
        .isEqualTo(refused.headers().firstValue("X-Request-Id").orElseThrow());
  }

  @Test
  void hidesWhatWentWrongInside() throws Exception {
    HttpResponse<String> broken = get("/broken");
    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(code(broken)).isEqualTo("internal_error");
    assertThat(broken.body()).doesNotContain("inner detail");
  }

  @Test
  void answersWhatNobodyServesWithProblems() throws Exception {
    assertThat(code(get("/nowhere"))).isEqualTo("not_found");
    assertThat(code(get("/echo"))).isEqualTo("method_not_allowed");
  }

  @Test
  void limitsBodiesAndTime() throws Exception {
    assertThat(post("/echo", "x".repeat(64)).body()).hasSize(64);
    HttpResponse<String> large = post("/echo", "x".repeat(65));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(code(large)).isEqualTo("body_too_large");
    HttpResponse<String> never = get("/never");
    assertThat(never.statusCode()).isEqualTo(503);
    assertThat(code(never)).isEqualTo("timed_out");
    assertThat(get("/slow").body()).as("raw routes have no such limit").isEqualTo("late");
  }

  @Test
  void refusesAForeignHost() throws Exception {
    assertThat(rawGet("evil.example:" + edge.port())).contains("421").contains("host_not_allowed");
    assertThat(rawGet("127.0.0.1.evil.example")).contains("host_not_allowed");
    assertThat(rawGet("localhost:" + edge.port())).contains("200 OK");
    assertThat(rawGet("HOME.example")).contains("200 OK");
  }

  @Test
  void refusesAForeignOrigin() throws Exception {
    String own = "http://127.0.0.1:" + edge.port();
    assertThat(withOrigin("https://evil.example").statusCode()).isEqualTo(403);
    assertThat(code(withOrigin("https://evil.example"))).isEqualTo("origin_not_allowed");
    assertThat(withOrigin("null").statusCode()).isEqualTo(403);
    assertThat(withOrigin("http://127.0.0.1:1").statusCode()).isEqualTo(403);
    assertThat(withOrigin(own).statusCode()).isEqualTo(200);
    assertThat(withOrigin("https://app.example").statusCode()).isEqualTo(200);
  }

  @Test
  void keepsAPlainRequestIdAndReplacesAStrangeOne() throws Exception {
    assertThat(idFor("trace-0001")).isEqualTo("trace-0001");
    assertThat(idFor("a b")).isNotEqualTo("a b").matches("[0-9a-f]{8}-[0-9]+");
  }

  @Test
  void makesNoErrorOfAClientThatHangsUp() throws Exception {
    Logger log = (Logger) LoggerFactory.getLogger(Problems.class);
    ListAppender<ILoggingEvent> seen = new ListAppender<>();
    seen.list = new CopyOnWriteArrayList<>();
    seen.start();
    log.setLevel(Level.DEBUG);
    log.addAppender(seen);
    try {
      try (Socket socket = new Socket("127.0.0.1", edge.port())) {
        String half =
            "POST /echo HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 60\r\n\r\nonly a part";
        socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() ->
              assertThat(seen.list)
                  .extracting(ILoggingEvent::getLevel, ILoggingEvent::getMessage)
                  .containsExactly(tuple(Level.DEBUG, "A client hung up")));
    } finally {
      log.detachAppender(seen);
      log.setLevel(null);
    }
  }

  @Test
  void letsRunningRequestsFinishWhenItCloses() throws Exception {
    var answer =
        client.sendAsync(
            HttpRequest.newBuilder(uri("/slow")).build(), HttpResponse.BodyHandlers.ofString());
    await(slowArrived.future());
    await(edge.close());
    assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("late");
  }

  /// Later than the limit of the other routes.
  private void answerLate(RoutingContext context) {
    slowArrived.tryComplete();
    vertx.setTimer(1_500, ignored -> context.response().end("late"));
  }

  private Future<String> database() {
    return databaseUp.get()
        ? Future.succeededFuture("fine")
        : Future.failedFuture("inner address is gone");
  }

  private static void fail(RoutingContext context) {
    throw new IllegalStateException("inner detail");
  }

  private String idFor(String given) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/health/live")).header("X-Request-Id", given).build();
    return client
        .send(request, HttpResponse.BodyHandlers.ofString())
        .headers()
        .firstValue("X-Request-Id")
        .orElseThrow();
  }

  private HttpResponse<String> withOrigin(String origin) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/health/live")).header("Origin", origin).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /// The JDK's client does not let a test choose the Host header.
  private String rawGet(String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", edge.port())) {
      String request =
          "GET /health/live HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(10_000);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String code(HttpResponse<String> response) {
    return new JsonObject(response.body()).getString("code");
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + edge.port() + path);
  }

  private static <T> void await(Future<T> future) throws Exception {
    future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
