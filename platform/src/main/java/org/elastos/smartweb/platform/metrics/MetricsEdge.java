// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.metrics;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import org.elastos.smartweb.platform.Service;
import org.elastos.smartweb.platform.http.EdgeOptions;
import org.elastos.smartweb.platform.http.HttpEdge;

/// Serves `/metrics` on a loopback port of its own, so that what a service counts is never reached
/// through the port of its users. Started once. Thread-safe.
public final class MetricsEdge implements Service {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpEdge edge;

  /// @param port TCP port on loopback, 0 for any free one
  /// @param random makes the ids of requests
  public MetricsEdge(Vertx vertx, int port, Metrics metrics, SecureRandom random) {
    this.edge =
        new HttpEdge(vertx, EdgeOptions.onLoopback(port), random)
            .routes(router ->
                router
                    .get("/metrics")
                    .handler(context ->
                        context
                            .response()
                            .putHeader("Content-Type", TEXT)
                            .putHeader("Cache-Control", "no-store")
                            .end(metrics.prometheus())));
  }

  /// The TCP port it listens on, once started.
  public int port() {
    return edge.port();
  }

  @Override
  public Future<Void> start() {
    return edge.start();
  }

  @Override
  public Future<Void> close() {
    return edge.close();
  }
}
