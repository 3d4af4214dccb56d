// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.elastos.smartweb.content.BlockProvider;
import org.elastos.smartweb.content.StoredBlock;
import org.elastos.smartweb.content.TrustlessGateway;
import org.elastos.smartweb.content.TrustlessGateway.Reply;
import org.elastos.smartweb.content.TrustlessGateway.Request;
import org.elastos.smartweb.platform.http.Problem;
import org.elastos.smartweb.platform.http.Problems;
import org.elastos.smartweb.platform.offload.Offload;

/// The public gateway's one route, `/ipfs/{cid}`: ciphertext that anybody may have and everybody
/// checks, sent by the operating system straight from the files. Thread-safe.
final class GatewayRoutes {
  private final TrustlessGateway gateway;
  private final Offload offload;

  GatewayRoutes(BlockProvider blocks, Offload offload) {
    this.gateway = new TrustlessGateway(blocks);
    this.offload = offload;
  }

  void mount(Router router) {
    router.route("/ipfs/:cid").handler(this::answer);
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
