// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MetricsTest {
  private final Metrics metrics = new Metrics();

  @Test
  void countsTimesAndSetsByName() {
    metrics.count("chain.alarms", Map.of("kind", "a"));
    metrics.count("chain.alarms", Map.of("kind", "a"));
    metrics.took("chain.reads", Map.of("outcome", "agreed"), Duration.ofMillis(250));
    metrics.set("chain.head", Map.of("chain", "20"), 7);
    metrics.set("chain.head", Map.of("chain", "20"), 9);
    assertThat(metrics.prometheus())
        .contains("chain_alarms_total{kind=\"a\"} 2.0")
        .contains("chain_reads_seconds_count{outcome=\"agreed\"} 1")
        .contains("chain_reads_seconds_sum{outcome=\"agreed\"} 0.25")
        .contains("chain_head{chain=\"20\"} 9.0");
  }

  @Test
  void aMeterDoesNotGrowWithoutEnd() {
    for (int i = 0; i < 1_500; i++) {
      metrics.count("seen", Map.of("who", "w" + i));
      metrics.set("stands", Map.of("who", "w" + i), i);
    }
    assertThat(metrics.prometheus().lines())
        .contains("seen_total{who=\"other\"} 500.0", "stands{who=\"other\"} 1499.0")
        .hasSizeLessThan(2_100);
  }

  @Test
  void servesThemOnAPortOfTheirOwn() throws Exception {
    metrics.count("seen", Map.of());
    Vertx vertx = Vertx.vertx();
    MetricsEdge edge = new MetricsEdge(vertx, 0, metrics, new SecureRandom());
    try (HttpClient http = HttpClient.newHttpClient()) {
      edge.start().await(10, TimeUnit.SECONDS);
      HttpResponse<String> answer = get(http, edge.port(), "/metrics");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
      assertThat(answer.body()).contains("seen_total 1.0");
      assertThat(get(http, edge.port(), "/").statusCode()).isEqualTo(404);
    } finally {
      edge.close().await(10, TimeUnit.SECONDS);
      vertx.close().await(10, TimeUnit.SECONDS);
    }
  }

  private static HttpResponse<String> get(HttpClient http, int port, String path)
      throws IOException, InterruptedException {
    URI url = URI.create("http://127.0.0.1:" + port + path);
    return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
  }
}
