// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.home.http.HomeEdges;
import org.elastos.smartweb.home.http.OwnerToken;
import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.platform.Service;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.DbOptions;
import org.elastos.smartweb.platform.offload.Offload;
import org.elastos.smartweb.platform.state.PrivateDirectory;
import org.elastos.smartweb.sandbox.GuestWitness;
import org.jspecify.annotations.Nullable;

/// One person's home as a service: start it once, close it once. Thread-safe once started.
public final class HomeService implements Service {
  private static final String COMPONENT = "home";
  private static final int PARALLEL = 32;
  private static final int WAITING = 256;

  private final HomeConfig config;
  private final Ports ports;
  private final Offload offload;
  private volatile @Nullable Running running;

  /// What the home needs from outside.
  ///
  /// @param chains a chain's quorum of sources, empty for a chain that is not configured
  /// @param witness shown each guest's memory at its end
  public record Ports(
      Vertx vertx,
      InstantSource clock,
      SecureRandom random,
      Function<ChainId, Optional<EvmChain>> chains,
      GuestWitness witness) {
    /// A home whose guests nobody watches.
    public Ports(
        Vertx vertx,
        InstantSource clock,
        SecureRandom random,
        Function<ChainId, Optional<EvmChain>> chains) {
      this(vertx, clock, random, chains, GuestWitness.NONE);
    }
  }

  private record Running(HomeParts parts, HomeEdges edges, HttpClient http, Db db) {}

  /// A home of this configuration; nothing happens before the start.
  public HomeService(HomeConfig config, Ports ports) {
    this.config = config;
    this.ports = ports;
    this.offload = new Offload(ports.vertx(), "home", PARALLEL, WAITING);
  }

  @Override
  public Future<Void> start() {
    return offload
        .call(this::open)
        .compose(opened -> {
          running = opened;
          return opened.edges().start();
        })
        .compose(started ->
            offload.call(() -> {
              parts().begin();
              return true;
            }))
        .<Void>mapEmpty()
        .recover(failure -> close().transform(closed -> Future.failedFuture(failure)));
  }

  /// Where the owner's interface listens.
  public URI ownerAddress() {
    return URI.create("http://127.0.0.1:" + edges().ownerPort());
  }

  /// Where the public gateway listens.
  public URI gatewayAddress() {
    return URI.create("http://127.0.0.1:" + edges().gatewayPort());
  }

  @Override
  public Future<Void> close() {
    @Nullable Running last = running;
    if (last == null) {
      return Future.succeededFuture();
    }
    running = null;
    // The sessions end first: their keys are wiped, and their sounds hold up no closing edge.
    return offload
        .call(() -> {
          last.parts().players().close();
          return true;
        })
        .transform(ended -> last.edges().close())
        .transform(closed ->
            offload.call(() -> {
              last.parts().close();
              last.http().shutdownNow();
              last.db().close();
              return true;
            }))
        .onComplete(done -> Thread.ofVirtual().start(offload::close))
        .mapEmpty();
  }

  private Running open() {
    PrivateDirectory.create(config.directory());
    Migrations.migrate(config.database(), COMPONENT);
    Db db = Db.open(config.database(), DbOptions.DEFAULT);
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    try {
      HomeParts parts = HomeParts.open(config, ports, db, http);
      OwnerToken token = OwnerToken.loadOrCreate(config.tokenFile(), ports.random());
      HomeEdges edges =
          new HomeEdges(
              new HomeEdges.Parts(ports.vertx(), ports.random(), offload, token, parts.ids()),
              new HomeEdges.Ports(
                  config.listen().ownerPort(),
                  config.listen().gatewayPort(),
                  config.listen().origins()));
      edges.mount(parts.useCases(config), parts.blocks(), db);
      return new Running(parts, edges, http, db);
    } catch (RuntimeException e) {
      http.shutdownNow();
      db.close();
      throw e;
    }
  }

  private HomeParts parts() {
    return current().parts();
  }

  private HomeEdges edges() {
    return current().edges();
  }

  private Running current() {
    @Nullable Running now = running;
    if (now == null) {
      throw new IllegalStateException("the home is not running");
    }
    return now;
  }
}
