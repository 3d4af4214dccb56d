// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A source that is honest but stopped at a block: it knows nothing above it.
final class Lagging implements RpcProxy.Behaviour {
  private final URI upstream;
  private final long tip;

  Lagging(URI upstream, long tip) {
    this.upstream = upstream;
    this.tip = tip;
  }

  @Override
  public RpcProxy.Reply answer(ObjectNode request, RpcProxy.Upstream honest) {
    return RpcProxy.Reply.json(
        switch (request.get("method").asString()) {
          case "eth_getBlockByNumber" -> block(request, honest);
          case "eth_getTransactionReceipt" -> receipt(request, honest);
          default -> atBlock(request, honest);
        });
  }

  private ObjectNode block(ObjectNode request, RpcProxy.Upstream honest) {
    String wanted = request.get("params").get(0).asString();
    long height =
        switch (wanted) {
          case "latest" -> tip;
          case "finalized" -> Math.min(tip, number(honest.ask(request).get("result")));
          default -> Long.parseLong(wanted.substring(2), 16);
        };
    if (height > tip) {
      return nothing(request);
    }
    ObjectNode asked = request.deepCopy();
    asked.set("params", JsonRpc.JSON.valueToTree(List.of(Wire.hex(height), false)));
    return honest.ask(asked);
  }

  private ObjectNode receipt(ObjectNode request, RpcProxy.Upstream honest) {
    ObjectNode answer = honest.ask(request);
    JsonNode result = answer.get("result");
    boolean known = !result.isNull() && height(result.get("blockNumber")) <= tip;
    return known ? answer : nothing(request);
  }

  private ObjectNode atBlock(ObjectNode request, RpcProxy.Upstream honest) {
    JsonNode parameters = request.get("params");
    JsonNode last = parameters.isEmpty() ? parameters : parameters.get(parameters.size() - 1);
    if (last.isObject() && last.has("blockHash")) {
      String hash = last.get("blockHash").asString();
      if (number(JsonRpc.ask(upstream, "eth_getBlockByHash", hash, false)) > tip) {
        ObjectNode answer = nothing(request);
        answer.remove("result");
        answer.putObject("error").put("code", -32001).put("message", "Resource not found");
        return answer;
      }
    }
    return honest.ask(request);
  }

  private static ObjectNode nothing(ObjectNode request) {
    ObjectNode answer = JsonRpc.JSON.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", request.get("id"));
    answer.putNull("result");
    return answer;
  }

  private static long number(JsonNode block) {
    return height(block.get("number"));
  }

  private static long height(JsonNode quantity) {
    return Long.parseLong(quantity.asString().substring(2), 16);
  }
}
