// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.home.play.PlayStatus.NodeEvidence;
import org.elastos.smartweb.home.wire.PlayJson;

/// What each licence node did, read out of a home's refusal. Stateless.
final class NodeFacts {
  private NodeFacts() {}

  /// The nodes that a refusal tells of.
  static List<NodeEvidence> of(CommandFailure refusal) {
    Object nodes = refusal.facts().get("nodes");
    JsonArray array =
        switch (nodes) {
          case JsonArray list -> list;
          case List<?> list -> new JsonArray(list);
          case null, default -> throw refusal;
        };
    return array.stream()
        .map(one -> PlayJson.readNode(one instanceof JsonObject json ? json : object(one)))
        .toList();
  }

  /// One line for people.
  static String text(List<NodeEvidence> nodes) {
    return nodes.stream()
        .map(node -> node.index() + " " + node.result() + " (" + node.code() + ")")
        .collect(Collectors.joining(", "));
  }

  private static JsonObject object(Object value) {
    return JsonObject.mapFrom(value);
  }
}
