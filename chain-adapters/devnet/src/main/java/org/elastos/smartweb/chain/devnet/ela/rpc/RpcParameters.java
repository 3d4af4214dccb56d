// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.address.ElaAddress;
import tools.jackson.databind.JsonNode;

/// A request's parameters, by position or by name; numbers may stand as text. Not thread-safe.
final class RpcParameters {
  private final JsonNode given;
  private final List<String> names;

  /// Parameters of a method whose positional ones have these names.
  RpcParameters(JsonNode given, List<String> names) {
    this.given = given;
    this.names = names;
  }

  String text(String name) {
    return optional(name)
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .orElseThrow(missing(name));
  }

  Optional<String> optionalText(String name) {
    return optional(name).filter(JsonNode::isString).map(JsonNode::asString);
  }

  long number(String name) {
    return optionalNumber(name).orElseThrow(missing(name));
  }

  Optional<Long> optionalNumber(String name) {
    return optional(name).map(node -> asNumber(node, name));
  }

  boolean flag(String name, boolean otherwise) {
    return optional(name)
        .map(node ->
            node.isBoolean()
                ? node.asBoolean()
                : node.isString()
                    ? node.asString().equalsIgnoreCase("true")
                    : asNumber(node, name) != 0)
        .orElse(otherwise);
  }

  Bytes bytes(String name) {
    try {
      return Bytes.fromHex(text(name).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw bad(name);
    }
  }

  /// A hash as most methods print it.
  Hash256 displayHash(String name) {
    return displayHash(text(name), name);
  }

  /// A hash as the merge-mining methods print it.
  Hash256 internalHash(String name) {
    try {
      return Hash256.fromHex(text(name));
    } catch (IllegalArgumentException e) {
      throw bad(name);
    }
  }

  ProgramHash address(String name) {
    return address(text(name), name);
  }

  Sela amount(String name) {
    try {
      Sela amount =
          Sela.ofEla(
              optional(name)
                  .map(node -> node.isString() ? node.asString() : node.toString())
                  .orElseThrow(missing(name)));
      if (amount.units() >= 0) {
        return amount;
      }
    } catch (IllegalArgumentException e) {
      throw bad(name);
    }
    throw bad(name);
  }

  /// A list of texts.
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : optional(name).filter(JsonNode::isArray).orElseThrow(missing(name))) {
      texts.add(each.asString());
    }
    return texts;
  }

  static ProgramHash address(String text, String name) {
    if (ElaAddress.read(text) instanceof Decoded.Value<ElaAddress>(ElaAddress address)) {
      return address.programHash();
    }
    throw bad(name);
  }

  static Hash256 displayHash(String text, String name) {
    try {
      return ElaHash.fromDisplay(text);
    } catch (IllegalArgumentException e) {
      throw bad(name);
    }
  }

  static RpcRefusal bad(String name) {
    return new RpcRefusal(RpcRefusal.PARAMETERS, "bad parameter: " + name);
  }

  private static Supplier<RpcRefusal> missing(String name) {
    return () -> new RpcRefusal(RpcRefusal.PARAMETERS, "need a parameter: " + name);
  }

  private static long asNumber(JsonNode node, String name) {
    String text = node.isString() ? node.asString() : node.toString();
    if (!text.matches("[0-9]{1,15}(\\.0+)?")) {
      throw bad(name);
    }
    int point = text.indexOf('.');
    return Long.parseLong(point < 0 ? text : text.substring(0, point));
  }

  private Optional<JsonNode> optional(String name) {
    JsonNode node = given.isArray() ? given.path(names.indexOf(name)) : given.path(name);
    return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
  }
}
