// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.home.license.CommitteePin;
import org.elastos.smartweb.market.ProviderHint;
import org.elastos.smartweb.threshold.CommitteeShape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AvailabilityTest {
  private static final String CID = "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e";
  private static final Hash256 GROUP = Hash256.fromHex("0a".repeat(32));

  private final HttpClient http = HttpClient.newHttpClient();
  private HttpServer server;
  private URI base;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    server.createContext("/good/ipfs/" + CID, exchange -> answer(exchange, 200, ""));
    server.createContext("/", exchange -> answer(exchange, 404, ""));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    http.close();
  }

  @Test
  void findsWhoServesTheFileAndWhichNodesAreThePinnedOnes() {
    node(1, GROUP, key(1));
    node(2, GROUP, key(2));
    node(3, GROUP, key(9));
    Availability.Found found = new Availability(http).require(hints("/bad", "/good"), pin());
    assertThat(found.providers()).containsExactly(base.resolve("/good"));
    assertThat(found.nodes()).isEqualTo(2);
  }

  @Test
  void refusesWhenNobodyServesTheFile() {
    node(1, GROUP, key(1));
    node(2, GROUP, key(2));
    refuses(hints("/bad"), 0, 2);
    refuses(List.of(), 0, 2);
  }

  @Test
  void refusesWhenTooFewNodesAreTheCommittees() {
    node(1, GROUP, key(1));
    node(2, Hash256.ZERO, key(2));
    refuses(hints("/good"), 1, 1);
  }

  private void refuses(List<ProviderHint> hints, int providers, int nodes) {
    assertThatThrownBy(() -> new Availability(http).require(hints, pin()))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo("not_available");
              assertThat(failure.facts())
                  .containsEntry("providers", providers)
                  .containsEntry("nodes", nodes)
                  .containsEntry("nodesNeeded", 2);
            });
  }

  private void node(int index, Hash256 group, Hash256 identity) {
    String status =
        "{\"index\":%d,\"epoch\":1,\"gk\":\"%s\",\"identityKey\":\"%s\"}"
            .formatted(index, group.hex(), identity.hex());
    server.createContext("/node" + index + "/v1/status", exchange -> answer(exchange, 200, status));
  }

  private CommitteePin pin() {
    return new CommitteePin(
        GROUP,
        new ChainId(31337),
        EvmAddress.fromHex("0x" + "cc".repeat(20)),
        new CommitteeShape(3, 2),
        List.of(pinned(1), pinned(2), pinned(3)));
  }

  private CommitteePin.Node pinned(int index) {
    return new CommitteePin.Node(index, base.resolve("/node" + index), key(index));
  }

  private List<ProviderHint> hints(String... paths) {
    return List.of(paths).stream().map(path -> new ProviderHint(CID, base.resolve(path))).toList();
  }

  private static Hash256 key(int index) {
    return Hash256.fromHex(String.format("%064x", index));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
