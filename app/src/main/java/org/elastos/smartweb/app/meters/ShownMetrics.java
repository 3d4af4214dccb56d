// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.meters;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.platform.metrics.Metrics;
import org.elastos.smartweb.platform.metrics.MetricsEdge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/metrics` for a command that runs for long. Thread-safe.
public final class ShownMetrics implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ShownMetrics.class);
  private static final long PATIENCE_SECONDS = 10;

  private final Vertx vertx;

  private ShownMetrics(Vertx vertx) {
    this.vertx = vertx;
  }

  /// Listens on this port of loopback.
  ///
  /// @throws CommandFailure `metrics_port_taken`
  public static ShownMetrics open(int port, Metrics metrics, SecureRandom random) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    ShownMetrics shown = new ShownMetrics(vertx);
    try {
      new MetricsEdge(vertx, port, metrics, random)
          .start()
          .await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return shown;
    } catch (TimeoutException | RuntimeException e) {
      shown.close();
      throw new CommandFailure(
          "metrics_port_taken",
          "nothing can listen on port " + port,
          "give another --metrics-port");
    }
  }

  @Override
  public void close() {
    try {
      vertx.close().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      LOG.atWarn().setCause(e).log("The metrics did not end in time");
    }
  }
}
