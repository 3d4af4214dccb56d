// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.EvmSender;
import org.elastos.smartweb.crypto.SealedFile;
import org.elastos.smartweb.license.Denylist;
import org.elastos.smartweb.license.LicenseNodeCore;
import org.elastos.smartweb.license.NodePorts;
import org.elastos.smartweb.license.ShareHolder;
import org.elastos.smartweb.platform.Service;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.http.EdgeOptions;
import org.elastos.smartweb.platform.http.HttpEdge;
import org.elastos.smartweb.platform.offload.Offload;
import org.jspecify.annotations.Nullable;

/// One licence node as a service: `POST /v1/sessions`, `/v1/licenses` and `/v1/revocations` with
/// CBOR bodies, `GET /v1/status`, `/v1/audit/{position}`, `/v1/denials`, `/metrics`, and health. It
/// is ready once its share is active. Thread-safe.
public final class LicenseNode implements Service {
  private static final long MAX_BODY = 64 * 1024;
  private static final int PARALLEL = 16;
  private static final int WAITING = 256;
  private static final EdgeOptions.Limits LIMITS =
      new EdgeOptions.Limits(MAX_BODY, Duration.ofSeconds(10), Duration.ofSeconds(60));

  /// What a node works with; all of it stays the caller's to close.
  ///
  /// @param chain read through a quorum of sources
  /// @param sender of the operator's wallet
  /// @param db in the node's own schema, with component `node` migrated
  /// @param wrap what stands between the decision and the share: nothing, in an honest node
  public record Parts(
      EvmChain chain,
      EvmSender sender,
      Db db,
      UnaryOperator<ShareHolder> wrap,
      InstantSource clock,
      SecureRandom random) {}

  private record Running(
      HttpEdge edge,
      Offload offload,
      CeremonyRunner ceremony,
      KeyVault.NodeKeys keys,
      ShareSlot slot,
      NodeOperation operation) {}

  private record Active(ShareSlot slot, EvmCommitteeView view) {}

  private record Acting(BarredShare share, EvmCommitteeView view) {}

  private final Vertx vertx;
  private final LicenseNodeConfig config;
  private final Parts parts;
  private final AtomicReference<@Nullable Running> running = new AtomicReference<>();

  /// A node that is not started yet.
  public LicenseNode(Vertx vertx, LicenseNodeConfig config, Parts parts) {
    this.vertx = vertx;
    this.config = config;
    this.parts = parts;
  }

  @Override
  public Future<Void> start() {
    KeyVault vault =
        new KeyVault(
            config.keyFolder(),
            config.password(),
            new SealedFile.Sealing(config.sealing(), parts.random));
    return vertx.executeBlocking(vault::keys, false).compose(keys -> start(vault, keys));
  }

  @Override
  public Future<Void> close() {
    Running now = running.getAndSet(null);
    if (now == null) {
      return Future.succeededFuture();
    }
    now.operation.close();
    return now.operation
        .admission()
        .drain()
        .compose(_ -> now.edge.close())
        .eventually(() ->
            vertx.executeBlocking(
                () -> {
                  now.ceremony.close();
                  now.offload.close();
                  now.slot.close();
                  now.keys.close();
                  return now.keys;
                },
                false));
  }

  /// The port it listens on.
  public int port() {
    return required().edge.port();
  }

  private Future<Void> start(KeyVault vault, KeyVault.NodeKeys keys) {
    ShareSlot slot = new ShareSlot(parts.random);
    EvmCommitteeView view = new EvmCommitteeView(parts.chain, config.committee());
    Offload offload = new Offload(vertx, "licenses", PARALLEL, WAITING);
    NodePorts.Stores stores = stores();
    BarredShare share = new BarredShare(slot);
    NodeRoutes.Watched watched = new NodeRoutes.Watched(offload, share);
    NodeOperation operation = new NodeOperation(vertx, config, parts, watched);
    LicenseNodeCore core =
        new LicenseNodeCore(ports(stores, keys, new Acting(share, view), operation.rules()));
    NodeRoutes routes = new NodeRoutes(core, operation, watched, new NodeRoutes.Self(keys, view));
    HttpEdge edge =
        new HttpEdge(vertx, EdgeOptions.onLoopback(config.port()).withLimits(LIMITS), parts.random)
            .ready("share", routes::ready)
            .routes(routes::mount);
    operation.mount(edge);
    return edge.start()
        .compose(_ -> {
          CeremonyRunner ceremony = ceremony(vault, keys, new Active(slot, view), edge.port());
          operation.start(stores);
          running.set(new Running(edge, offload, ceremony, keys, slot, operation));
          ceremony.start();
          return Future.<Void>succeededFuture();
        })
        .onFailure(_ -> {
          offload.close();
          keys.close();
        });
  }

  private NodePorts.Stores stores() {
    return new NodePorts.Stores(
        new PostgresSessionStore(parts.db),
        new PacedNonceStore(new PostgresNonceStore(parts.db), parts.clock),
        new PostgresAuditLog(parts.db, parts.random));
  }

  private NodePorts ports(
      NodePorts.Stores stores, KeyVault.NodeKeys keys, Acting active, Denylist rules) {
    return new NodePorts(
        stores,
        new NodePorts.Chain(
            new EvmRightsReader(List.of(parts.chain)),
            new EvmRevocations(parts.chain, config.committee()),
            active.view,
            new EvmAccountReader(parts.chain)),
        parts.wrap.apply(active.share),
        keys.identity(),
        rules,
        parts.clock,
        parts.random);
  }

  private CeremonyRunner ceremony(KeyVault vault, KeyVault.NodeKeys keys, Active active, int port) {
    String endpoint = config.endpoint().isEmpty() ? "http://127.0.0.1:" + port : config.endpoint();
    CeremonyRunner.Parts runs =
        new CeremonyRunner.Parts(
            new CommitteeBoard(parts.chain, config.committee()),
            active.view,
            new CommitteeWriter(parts.sender, config.committee()),
            vault,
            keys,
            active.slot,
            parts.random);
    return new CeremonyRunner(
        runs,
        endpoint,
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ceremony").factory()));
  }

  private Running required() {
    Running now = running.get();
    if (now == null) {
      throw new NodeException("the node was not started");
    }
    return now;
  }
}
