// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.elastos.smartweb.license.AuditProof;
import org.elastos.smartweb.platform.http.Problem;
import org.elastos.smartweb.platform.http.ProblemException;
import org.elastos.smartweb.platform.offload.Offload;

/// What a node shows of its operation: the proof of an audit record under an anchor, and what its
/// operator blocks. Thread-safe.
final class OperationRoutes {
  private static final int PAGE = 100;

  private final AuditHistory audit;
  private final DenialLog denials;
  private final Offload offload;

  OperationRoutes(AuditHistory audit, DenialLog denials, Offload offload) {
    this.audit = audit;
    this.denials = denials;
    this.offload = offload;
  }

  void mount(Router router) {
    router.get("/v1/audit/:position").handler(this::proof);
    router.get("/v1/denials").handler(this::denials);
  }

  private void proof(RoutingContext context) {
    long position = number(context.pathParam("position"));
    offload
        .call(() -> audit.proof(position))
        .onSuccess(found -> answer(context, found))
        .onFailure(context::fail);
  }

  private static void answer(RoutingContext context, Optional<AuditProof> found) {
    if (found.isEmpty()) {
      context.fail(
          new ProblemException(
              Problem.of(404, "not_anchored", "No anchor covers this record")
                  .withDetail("ask again after the next anchor")));
      return;
    }
    context.json(AuditProofJson.write(found.get())).onFailure(context::fail);
  }

  private void denials(RoutingContext context) {
    String from = context.request().getParam("from", "0");
    long position = number(from);
    offload
        .call(() -> denials.from(position, PAGE))
        .onSuccess(entries -> {
          JsonArray list = new JsonArray();
          entries.forEach(entry -> list.add(json(entry)));
          context.json(new JsonObject().put("v", 1).put("denials", list)).onFailure(context::fail);
        })
        .onFailure(context::fail);
  }

  private static JsonObject json(DenialLog.Entry entry) {
    return new JsonObject()
        .put("position", entry.position())
        .put("at", entry.at().getEpochSecond())
        .put("blocks", entry.word().blocks())
        .put("subject", entry.word().subject())
        .put("reason", entry.word().reason())
        .put("head", entry.head().hex())
        .put("signature", entry.signature().hex());
  }

  private static long number(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new ProblemException(
          Problem.of(400, "bad_request", "Not a position").withDetail("a number from 0"));
    }
    return Long.parseLong(text);
  }
}
