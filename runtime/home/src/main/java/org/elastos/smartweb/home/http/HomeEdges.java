// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.elastos.smartweb.home.content.ServedBlocks;
import org.elastos.smartweb.platform.Service;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.http.EdgeOptions;
import org.elastos.smartweb.platform.http.HttpEdge;
import org.elastos.smartweb.platform.offload.Offload;

/// The home's two HTTP servers on loopback: the owner's behind the token, and the public gateway,
/// on another port and so another origin. Thread-safe once started.
public final class HomeEdges implements Service {
  private static final EdgeOptions.Limits OWNER_LIMITS =
      new EdgeOptions.Limits(256 << 10, Duration.ofSeconds(60), Duration.ofMinutes(15));
  private static final EdgeOptions.Access ANYBODY =
      new EdgeOptions.Access(Set.of("*"), Set.of("*"));

  private final Parts parts;
  private final HttpEdge owner;
  private final HttpEdge gateway;

  /// What both stand on.
  public record Parts(
      Vertx vertx, SecureRandom random, Offload offload, OwnerToken token, Supplier<UUID> ids) {}

  /// Where they listen; 0 takes any free port.
  ///
  /// @param origins pages that may use the owner's interface
  public record Ports(int owner, int gateway, Set<String> origins) {}

  /// Servers for these parts.
  public HomeEdges(Parts parts, Ports ports) {
    this.parts = parts;
    EdgeOptions ownerOptions =
        EdgeOptions.onLoopback(ports.owner())
            .withLimits(OWNER_LIMITS)
            .withAccess(new EdgeOptions.Access(Set.of(), ports.origins()));
    EdgeOptions gatewayOptions = EdgeOptions.onLoopback(ports.gateway()).withAccess(ANYBODY);
    this.owner = new HttpEdge(parts.vertx(), ownerOptions, parts.random());
    this.gateway = new HttpEdge(parts.vertx(), gatewayOptions, parts.random());
  }

  /// Adds the routes, before the start.
  public void mount(OwnerRoutes.UseCases use, ServedBlocks blocks, Db db) {
    Replies replies = new Replies(parts.offload());
    OwnerGuard guard = new OwnerGuard(parts.token());
    Transfers transfers =
        new Transfers(
            new Transfers.Parts(
                parts.vertx(), use.library(), use.amendments(), use.capsules(), parts.ids()),
            replies);
    SoundStream sound = new SoundStream(use.players(), replies);
    owner.rawRoutes(router -> {
      router.route().handler(guard);
      transfers.mount(router);
      sound.mount(router);
    });
    owner.routes(new OwnerRoutes(use, replies)::mount);
    owner.ready("database", () -> parts.offload().call(() -> ping(db)));
    gateway.rawRoutes(new GatewayRoutes(blocks, use.amendments(), parts.offload())::mount);
  }

  @Override
  public Future<Void> start() {
    return owner.start().compose(ignored -> gateway.start());
  }

  /// The owner's port.
  public int ownerPort() {
    return owner.port();
  }

  /// The gateway's port.
  public int gatewayPort() {
    return gateway.port();
  }

  @Override
  public Future<Void> close() {
    return Future.join(owner.close(), gateway.close()).mapEmpty();
  }

  private static boolean ping(Db db) {
    return db.inTransaction(
        sql -> sql.queryOne("SELECT true AS alive", row -> row.bool("alive")).orElseThrow());
  }
}
