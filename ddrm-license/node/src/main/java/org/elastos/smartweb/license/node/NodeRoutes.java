// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
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
  record Self(KeyVault.NodeKeys keys, ShareSlot slot, CommitteeView view) {}

  private final LicenseNodeCore core;
  private final Offload offload;
  private final Self self;

  NodeRoutes(LicenseNodeCore core, Offload offload, Self self) {
    this.core = core;
    this.offload = offload;
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
        .call(() -> self.view.active().agreed().flatMap(keys -> keys).filter(self.slot::fits))
        .compose(fitting ->
            fitting.isPresent()
                ? Future.succeededFuture()
                : Future.failedFuture(new NodeException("no share of the board's epoch")));
  }

  private void decision(Router router, String path, Function<Bytes, LicenseDecision> decide) {
    router
        .post(path)
        .handler(context -> {
          if (!CBOR.equals(context.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
            context.fail(
                new ProblemException(
                    Problem.of(415, "unsupported_media_type", "Send application/cbor")));
            return;
          }
          Buffer body = context.body().buffer();
          Bytes message = Bytes.of(body == null ? new byte[0] : body.getBytes());
          offload
              .call(() -> decide.apply(message))
              .onSuccess(decided -> answer(context, decided))
              .onFailure(context::fail);
        });
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
            .put("index", self.slot.index())
            .put("identityKey", Ed25519.publicKey(self.keys.identity()).hex())
            .put("active", keys.filter(self.slot::fits).isPresent());
    keys.ifPresent(
        active -> status.put("epoch", active.epoch()).put("gk", active.groupKey().gk().hex()));
    return status;
  }
}
