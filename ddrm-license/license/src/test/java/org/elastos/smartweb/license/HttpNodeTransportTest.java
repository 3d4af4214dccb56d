// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpNodeTransportTest {
  private static final Duration SOON = Duration.ofMillis(500);
  private static final Duration PATIENT = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;
  private HttpNodeTransport transport;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    transport = new HttpNodeTransport(client, endpoint(server.getAddress().getPort()));
  }

  @AfterEach
  void close() {
    server.stop(0);
    client.shutdownNow();
  }

  private static URI endpoint(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void problem(HttpExchange exchange, String json) throws IOException {
    answer(exchange, 403, json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void servesAWholeLicenceOverHttp() {
    TestNetwork network = new TestNetwork(5);
    network.own(network.buyer, 1);
    LicenseNodeCore node = network.nodes.get(0);
    server.createContext(
        "/v1/",
        exchange -> {
          assertThat(exchange.getRequestHeaders().getFirst("Content-Type"))
              .isEqualTo("application/cbor");
          Bytes body = Bytes.of(exchange.getRequestBody().readAllBytes());
          LicenseDecision decision =
              exchange.getRequestURI().getPath().endsWith("sessions")
                  ? node.openSession(body)
                  : node.decide(body);
          switch (decision) {
            case LicenseDecision.Granted(Bytes made) -> answer(exchange, 200, made.bytes());
            case LicenseDecision.Refused(RefusalCode code, String detail) ->
                problem(exchange, "{\"code\":\"" + code.text() + "\"}");
          }
        });
    java.util.List<NodeEndpoint> nodes = network.endpoints();
    nodes.set(0, network.endpoint(1, transport));
    Policy policy = TestWork.policy(Freshness.FINAL);
    LicenseClient.Wish wish =
        new LicenseClient.Wish(
            network.work.header(network.keys().groupKey(), policy, network.random),
            network.work.core(),
            network.work.terms(policy));
    try (HomeSession home = network.session(network.buyer)) {
      LicenseOutcome outcome =
          new LicenseClient(
                  new CommitteeRoster(network.keys(), nodes),
                  LicenseClient.Patience.STANDARD,
                  network.clock(),
                  network.random)
              .obtain(home, wish);
      assertThat(outcome).isInstanceOf(LicenseOutcome.Licensed.class);
      assertThat(outcome.nodes().get(1).code()).isIn("ok", "not_needed");
    }
  }

  @Test
  void readsTheCodeOfARefusal() {
    server.createContext(
        "/v1/licenses",
        exchange ->
            problem(exchange, "{\"title\":\"no\", \"code\" : \"not_owner\", \"status\":403}"));
    assertThat(transport.request(Bytes.EMPTY, PATIENT))
        .isEqualTo(new NodeReply.Refused("not_owner", "HTTP 403"));
  }

  @Test
  void takesNothingBrokenOrOversizedForAnAnswer() {
    server.createContext("/v1/licenses", exchange -> answer(exchange, 500, new byte[3]));
    server.createContext("/v1/sessions", exchange -> answer(exchange, 200, new byte[65_537]));
    server.createContext("/v1/revocations", HttpExchange::close);
    assertThat(transport.request(Bytes.EMPTY, PATIENT))
        .isEqualTo(new NodeReply.Unreachable("bad_reply"));
    assertThat(transport.openSession(Bytes.EMPTY, PATIENT))
        .isEqualTo(new NodeReply.Unreachable("bad_reply"));
    assertThat(transport.revoke(Bytes.EMPTY, PATIENT))
        .isEqualTo(new NodeReply.Unreachable("connection_broken"));
  }

  @Test
  void saysAtOnceThatNobodyListensAndInTimeThatNobodyAnswers() throws IOException {
    int free;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = closed.getLocalPort();
      HttpNodeTransport mute = new HttpNodeTransport(client, endpoint(free));
      try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), free)) {
        assertThat(probe.isConnected()).isTrue();
        assertThat(mute.request(Bytes.EMPTY, SOON)).isEqualTo(new NodeReply.Unreachable("timeout"));
      }
    }
    long started = System.nanoTime();
    assertThat(new HttpNodeTransport(client, endpoint(free)).request(Bytes.EMPTY, PATIENT))
        .isEqualTo(new NodeReply.Unreachable("connection_refused"));
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void stopsWhenInterrupted() {
    Thread.currentThread().interrupt();
    assertThat(transport.request(Bytes.EMPTY, PATIENT))
        .isEqualTo(new NodeReply.Unreachable("interrupted"));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void refusesEndpointsThatAreNotHttp() {
    for (String endpoint : new String[] {"file:///etc/passwd", "http:nobody", "//host"}) {
      URI uri = URI.create(endpoint);
      assertThatIllegalArgumentException().isThrownBy(() -> new HttpNodeTransport(client, uri));
    }
  }
}
