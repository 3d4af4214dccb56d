// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.elastos.smartweb.chain.mainchain.internal.SourceFault;
import org.jspecify.annotations.Nullable;

/// One value of a node's answer. Lenient to form, because node releases differ: numbers may be
/// texts, and members are found whatever the case of their names. Strict about meaning: what is
/// missing, ambiguous, fractional or out of range is a fault of the source.
final class RpcValue {
  private static final int LONGEST_NUMBER = 40;

  private final JsonNode node;
  private final String name;

  RpcValue(JsonNode node, String name) {
    this.node = node;
    this.name = name;
  }

  /// The member of this name, whatever its case.
  RpcValue member(String key) {
    return optional(key).orElseThrow(() -> fault(key + " is missing"));
  }

  /// The member, unless it is missing or null.
  Optional<RpcValue> optional(String key) {
    if (!node.isObject()) {
      throw fault("not an object");
    }
    @Nullable JsonNode found = null;
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (entry.getKey().equalsIgnoreCase(key)) {
        if (found != null) {
          throw fault(key + " stands there twice");
        }
        found = entry.getValue();
      }
    }
    return found == null || found.isNull()
        ? Optional.empty()
        : Optional.of(new RpcValue(found, name + "." + key));
  }

  boolean isNull() {
    return node.isNull() || node.isMissingNode();
  }

  /// The elements of a list; null is the empty list, as Go writes it.
  List<RpcValue> elements(int most) {
    if (isNull()) {
      return List.of();
    }
    if (!node.isArray() || node.size() > most) {
      throw fault("not a list of at most " + most);
    }
    List<RpcValue> elements = new ArrayList<>(node.size());
    for (JsonNode element : node) {
      elements.add(new RpcValue(element, name + "[]"));
    }
    return elements;
  }

  /// A whole number in this range, as a number or as a text.
  long number(long least, long most) {
    BigDecimal number = decimal();
    try {
      long value = number.longValueExact();
      if (value >= least && value <= most) {
        return value;
      }
    } catch (ArithmeticException e) {
      throw fault("not a whole number", e);
    }
    throw fault("out of range");
  }

  /// A number with a fraction, as a number or as a text in plain decimal form.
  BigDecimal decimal() {
    String text = node.isNumber() || node.isTextual() ? node.asText() : "";
    boolean plain = node.isNumber() || text.matches("-?[0-9]+(\\.[0-9]+)?");
    if (text.length() > LONGEST_NUMBER || !plain) {
      throw fault("not a number");
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw fault("not a number", e);
    }
  }

  String text() {
    if (!node.isTextual()) {
      throw fault("not a text");
    }
    return node.textValue();
  }

  /// A text, or the value as JSON: what a node adds to an error.
  String printed() {
    return node.isTextual() ? node.textValue() : node.toString();
  }

  boolean truth() {
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    String text = node.isTextual() ? node.textValue() : "";
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw fault("neither true nor false");
    };
  }

  /// Bytes in hexadecimal.
  byte[] bytes() {
    try {
      return HexFormat.of().parseHex(text());
    } catch (IllegalArgumentException e) {
      throw fault("not hexadecimal", e);
    }
  }

  SourceFault fault(String what) {
    return new SourceFault(Code.SHAPE, name + ": " + what);
  }

  SourceFault fault(String what, Throwable cause) {
    return new SourceFault(Code.SHAPE, name + ": " + what, cause);
  }
}
