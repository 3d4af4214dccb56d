// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.app.config.Setting;
import org.elastos.smartweb.app.config.Settings;
import org.elastos.smartweb.platform.Service;
import org.elastos.smartweb.platform.metrics.Metrics;
import org.elastos.smartweb.platform.state.FreePorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A service shows what it counts where its settings say so.
@Timeout(30)
class ShownServiceTest {
  private final List<String> happened = new ArrayList<>();
  private final Service plain =
      new Service() {
        @Override
        public Future<Void> start() {
          happened.add("started");
          return Future.succeededFuture();
        }

        @Override
        public Future<Void> close() {
          happened.add("closed");
          return Future.succeededFuture();
        }
      };

  @Test
  void metricsStandOnTheirOwnPortWhileTheServiceRuns() throws Exception {
    int port = FreePorts.next();
    Vertx vertx = Vertx.vertx();
    try (HttpClient http = HttpClient.newHttpClient()) {
      ServiceProcess.Ground ground = ground(vertx, Integer.toString(port));
      Service shown = ServiceProcess.shown(ground, plain);
      shown.start().await(10, TimeUnit.SECONDS);
      ground.metrics().count("seen", Map.of());
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build();
      assertThat(http.send(request, BodyHandlers.ofString()).body()).contains("seen_total 1.0");
      shown.close().await(10, TimeUnit.SECONDS);
      assertThat(happened).containsExactly("started", "closed");
    } finally {
      vertx.close().await(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void nothingListensWhereNoPortIsGiven() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      assertThat(ServiceProcess.shown(ground(vertx, "-1"), plain)).isSameAs(plain);
    } finally {
      vertx.close().await(10, TimeUnit.SECONDS);
    }
  }

  private static ServiceProcess.Ground ground(Vertx vertx, String port) {
    Settings settings = Settings.of(Map.of(Setting.METRICS_PORT, port), Map.of(), Optional.empty());
    return new ServiceProcess.Ground(
        settings, vertx, InstantSource.system(), new SecureRandom(), new Metrics());
  }
}
