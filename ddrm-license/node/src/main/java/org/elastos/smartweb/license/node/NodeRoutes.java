// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.license.CommitteeView;
import org.elastos.smartweb.license.LicenseDecision;
import org.elastos.smartweb.license.LicenseNodeCore;
import org.elastos.smartweb.platform.http.Problem;
import org.elastos.smartweb.platform.http.ProblemException;
import org.elastos.smartweb.platform.offload.Offload;
import org.elastos.smartweb.threshold.EpochKeys;

/// The node's HTTP surface: messages as CBOR, refusals as problems whose code is the decision's.
/// Thread-safe.
final class NodeRoutes {
  private static final String CBOR = "application/cbor";

  /// What `GET /v1/status` tells about the node.
  record Self(KeyVault.NodeKeys keys, CommitteeView view) {}

  /// Where decisions run, and the share that they use.
  record Watched(Offload offload, BarredShare share) {}

  private final LicenseNodeCore core;
  private final NodeOperation operation;
  private final Offload offload;
  private final BarredShare share;
  private final Self self;

  NodeRoutes(LicenseNodeCore core, NodeOperation operation, Watched watched, Self self) {
    this.core = core;
    this.operation = operation;
    this.offload = watched.offload;
    this.share = watched.share;
    this.self = self;
  }

  void mount(Router router) {
    decision(router, "/v1/sessions", core::openSession);
    decision(router, "/v1/licenses", core::decide);
    decision(router, "/v1/revocations", core::revoke);
    router.get("/v1/status").handler(this::status);
  }

  /// Ready while this node's share is the one that the final block shows.
  Future<?> ready() {
    return offload
        .call(() -> self.view.active().agreed().flatMap(keys -> keys).filter(share::fits))
        .compose(fitting ->
            fitting.isPresent()
                ? Future.succeededFuture()
                : Future.failedFuture(new NodeException("no share of the board's epoch")));
  }

  private void decision(Router router, String path, Function<Bytes, LicenseDecision> decide) {
    router
        .post(path)
        .handler(operation.admission()::admit)
        .handler(context -> {
          if (!CBOR.equals(context.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
            context.fail(
                new ProblemException(
                    Problem.of(415, "unsupported_media_type", "Send application/cbor")));
            return;
          }
          Buffer body = context.body().buffer();
          Bytes message = Bytes.of(body == null ? new byte[0] : body.getBytes());
          long began = System.nanoTime();
          offload
              .call(() -> decide.apply(message))
              .onComplete(done -> count(path, began, done))
              .onSuccess(decided -> answer(context, decided))
              .onFailure(context::fail);
        });
  }

  private void count(String path, long began, AsyncResult<LicenseDecision> done) {
    String outcome =
        switch (done.result()) {
          case LicenseDecision.Granted _ -> "granted";
          case LicenseDecision.Refused refused -> refused.code().text();
          case null ->
              done.cause() instanceof ProblemException known ? known.problem().code() : "fault";
        };
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    operation.metrics().decided(path.substring(path.lastIndexOf('/') + 1), outcome, took);
  }

  private static void answer(RoutingContext context, LicenseDecision decision) {
    switch (decision) {
      case LicenseDecision.Granted(Bytes body) ->
          context
              .response()
              .putHeader(HttpHeaders.CONTENT_TYPE, CBOR)
              .end(Buffer.buffer(body.bytes()))
              .onFailure(context::fail);
      case LicenseDecision.Refused refused ->
          context.fail(
              new ProblemException(
                  Problem.of(
                          refused.code().httpStatus(),
                          refused.code().text(),
                          "The licence node refuses")
                      .withDetail(refused.detail())));
    }
  }

  private void status(RoutingContext context) {
    offload
        .call(() -> self.view.active().agreed().flatMap(keys -> keys))
        .onSuccess(keys -> context.json(status(keys)).onFailure(context::fail))
        .onFailure(context::fail);
  }

  private JsonObject status(Optional<EpochKeys> keys) {
    JsonObject status =
        new JsonObject()
            .put("v", 1)
            .put("index", share.index())
            .put("identityKey", Ed25519.publicKey(self.keys.identity()).hex())
            .put("active", keys.filter(share::fits).isPresent());
    keys.ifPresent(
        active -> status.put("epoch", active.epoch()).put("gk", active.groupKey().gk().hex()));
    return status;
  }
}
