// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.TimeoutHandler;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.elastos.smartweb.platform.PlatformException;
import org.elastos.smartweb.platform.Service;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP server of a service: guards Host and Origin, limits body and time, answers
/// `/health/live` and `/health/ready`, turns failures into problems, logs each answer, and closes
/// in order. Configure it, then start it once. Handlers run on an event loop and must not block.
/// Thread-safe once started.
public final class HttpEdge implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(HttpEdge.class);
  private static final long CLOSE_SECONDS = 10;

  private final Vertx vertx;
  private final EdgeOptions options;
  private final Router root;
  private final Router raw;
  private final Router limited;
  private final HealthChecks health = new HealthChecks();
  private volatile @Nullable HttpServer server;

  /// @param random makes the ids of requests
  public HttpEdge(Vertx vertx, EdgeOptions options, SecureRandom random) {
    this.vertx = vertx;
    this.options = options;
    this.root = Router.router(vertx);
    this.raw = Router.router(vertx);
    this.limited = Router.router(vertx);
    AccessLog accessLog = new AccessLog(random);
    HeaderGuard guard = new HeaderGuard(options.access());
    root.route().handler(accessLog::handle).failureHandler(Problems::sendFailure);
    root.route().handler(guard::check);
    root.route().handler(HttpEdge::addHeaders);
    for (int status : new int[] {400, 404, 405, 406, 415}) {
      root.errorHandler(status, context -> Problems.sendStatus(context, status));
    }
    root.get("/health/live").handler(health::live);
    root.get("/health/ready").handler(health::ready);
  }

  /// Adds a check to `/health/ready`; it passes when its future succeeds within three seconds.
  public HttpEdge ready(String name, Supplier<? extends Future<?>> check) {
    health.add(name, check);
    return this;
  }

  /// Adds routes whose bodies are read whole, up to the limit, and whose answers are due in time.
  public HttpEdge routes(Consumer<Router> routes) {
    routes.accept(limited);
    return this;
  }

  /// Adds routes that read or write as they go, such as streams and sockets; asked before the
  /// others.
  public HttpEdge rawRoutes(Consumer<Router> routes) {
    routes.accept(raw);
    return this;
  }

  /// Serves what a scraper of metrics reads at `/metrics`, in Prometheus' text format 0.0.4. It
  /// stands where the other routes stand: whoever carries them outside leaves it out.
  public HttpEdge metrics(Supplier<String> scrape) {
    raw.get("/metrics")
        .handler(context ->
            context
                .response()
                .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .end(scrape.get())
                .onFailure(context::fail));
    return this;
  }

  @Override
  public Future<Void> start() {
    EdgeOptions.Limits limits = options.limits();
    root.route().subRouter(raw);
    root.route().handler(TimeoutHandler.create(limits.request().toMillis(), 503));
    root.route().handler(BodyHandler.create(false).setBodyLimit(limits.body()));
    root.route().subRouter(limited);
    HttpServerOptions http =
        new HttpServerOptions()
            .setIdleTimeout((int) limits.idle().toSeconds())
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            .setCompressionSupported(false)
            .setMaxFormAttributeSize(8192);
    return vertx
        .createHttpServer(http)
        .requestHandler(root)
        .listen(options.port(), options.host())
        .onSuccess(this::started)
        .mapEmpty();
  }

  /// The TCP port it listens on.
  ///
  /// @throws PlatformException before the start
  public int port() {
    @Nullable HttpServer running = server;
    if (running == null) {
      throw new PlatformException("the HTTP edge was not started");
    }
    return running.actualPort();
  }

  /// Says that it is not ready, takes no new connections, lets running requests finish for ten
  /// seconds and cuts the rest.
  @Override
  public Future<Void> close() {
    health.close();
    @Nullable HttpServer running = server;
    return running == null
        ? Future.succeededFuture()
        : running.shutdown(CLOSE_SECONDS, TimeUnit.SECONDS);
  }

  private void started(HttpServer listening) {
    server = listening;
    LOG.atInfo()
        .addKeyValue("host", options.host())
        .addKeyValue("port", listening.actualPort())
        .log("HTTP edge listens");
  }

  private static void addHeaders(RoutingContext context) {
    context
        .response()
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        // Whatever is stored and served here, no browser runs it as a page of ours.
        .putHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    context.next();
  }
}
