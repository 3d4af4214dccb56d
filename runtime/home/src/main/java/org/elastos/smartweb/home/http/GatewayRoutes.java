// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.content.BlockProvider;
import org.elastos.smartweb.content.StoredBlock;
import org.elastos.smartweb.content.TrustlessGateway;
import org.elastos.smartweb.content.TrustlessGateway.Reply;
import org.elastos.smartweb.content.TrustlessGateway.Request;
import org.elastos.smartweb.home.content.Amendments;
import org.elastos.smartweb.home.outcome.Outcome;
import org.elastos.smartweb.home.outcome.Refusal;
import org.elastos.smartweb.platform.http.Problem;
import org.elastos.smartweb.platform.http.Problems;
import org.elastos.smartweb.platform.offload.Offload;

/// The public gateway: `/ipfs/{cid}`, ciphertext that anybody may have and everybody checks, sent
/// by the operating system straight from the files; and `/ddrm/{asset}/sidecar`, what the creator
/// states about a work now and for whom its key is wrapped. Thread-safe.
final class GatewayRoutes {
  private final TrustlessGateway gateway;
  private final Amendments amendments;
  private final Offload offload;

  GatewayRoutes(BlockProvider blocks, Amendments amendments, Offload offload) {
    this.gateway = new TrustlessGateway(blocks);
    this.amendments = amendments;
    this.offload = offload;
  }

  void mount(Router router) {
    router.route("/ipfs/:cid").handler(this::answer);
    router.get("/ddrm/:asset/sidecar").handler(this::sidecar);
  }

  private void sidecar(RoutingContext context) {
    String asset = context.pathParam("asset");
    if (!asset.matches("[0-9a-f]{64}")) {
      Problems.send(context, Problem.of(400, "bad_asset", "An asset id has 64 digits"));
      return;
    }
    offload
        .call(() -> amendments.newest(Hash256.fromHex(asset)))
        .onSuccess(outcome -> {
          switch (outcome) {
            case Outcome.Refused<byte[]>(Refusal refusal) ->
                Problems.send(context, Replies.problem(refusal));
            case Outcome.Done<byte[]>(byte[] bytes) ->
                context
                    .response()
                    .putHeader("Content-Type", "application/octet-stream")
                    .putHeader("Content-Disposition", "attachment; filename=\"sidecar.cbor\"")
                    .putHeader("Access-Control-Allow-Origin", "*")
                    .end(Buffer.buffer(bytes))
                    .onFailure(context::fail);
          }
        })
        .onFailure(context::fail);
  }

  private void answer(RoutingContext context) {
    HttpServerRequest request = context.request();
    Request asked =
        new Request(
            request.method().name(),
            context.pathParam("cid"),
            request.getParam("format", ""),
            Optional.ofNullable(request.getHeader("Accept")).orElse(""));
    offload
        .call(() -> gateway.answer(asked))
        .onSuccess(reply -> send(context, reply))
        .onFailure(context::fail);
  }

  private static void send(RoutingContext context, Reply reply) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    reply.headers().forEach(response::putHeader);
    if (reply.status() != 200) {
      Problems.send(context, problem(reply.status()));
      return;
    }
    response.setStatusCode(200).putHeader("Access-Control-Allow-Origin", "*");
    Optional<StoredBlock> body = reply.body();
    if (body.isEmpty()) {
      response.end().onFailure(context::fail);
      return;
    }
    switch (body.get()) {
      case StoredBlock.InMemory(var bytes) ->
          response.end(Buffer.buffer(bytes.bytes())).onFailure(context::fail);
      case StoredBlock.FileRange(var file, long offset, int length) ->
          response.sendFile(file.toString(), offset, length).onFailure(context::fail);
    }
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 400 -> Problem.of(400, "bad_cid", "What follows /ipfs/ is no CID");
      case 404 -> Problem.of(404, "no_such_block", "This home has no such block");
      case 405 -> Problem.of(405, "method_not_allowed", "Blocks can be read only");
      default -> Problem.of(406, "not_acceptable", "Only raw blocks are served; use ?format=raw");
    };
  }
}
