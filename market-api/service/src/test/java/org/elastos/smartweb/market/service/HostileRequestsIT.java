// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.market.json.ListingJson;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.elastos.smartweb.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

/// What is not for the market ends as a problem, and the market says when it is not ready.
@DatabaseTest
final class HostileRequestsIT extends MarketFixture {
  HostileRequestsIT(TestDatabase database) {
    super(database);
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
}
