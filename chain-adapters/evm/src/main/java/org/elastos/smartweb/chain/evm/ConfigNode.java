// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// One value of a configuration document with its place in it, so that a refusal can name it. It
/// remembers which of its keys were read; the others are unknown. Used by one thread.
final class ConfigNode {
  private final String place;
  private final @Nullable Object value;
  private final Set<String> read = new HashSet<>();

  private ConfigNode(String place, @Nullable Object value) {
    this.place = place;
    this.value = value;
  }

  static ConfigNode of(String place, @Nullable Object value) {
    return new ConfigNode(place, value);
  }

  static EvmException refusal(String place, String text) {
    return new EvmException(
        "bad_chain_config", "the configuration of a chain is wrong", Map.of(place, text));
  }

  boolean has(String key) {
    return child(key).value != null;
  }

  boolean isText(String text) {
    return text.equals(value);
  }

  ConfigNode child(String key) {
    read.add(key);
    return new ConfigNode(place + "." + key, members().get(key));
  }

  List<ConfigNode> list(String key) {
    ConfigNode child = child(key);
    if (!(child.value instanceof List<?> items)) {
      throw refusal(child.place, "is not a list");
    }
    List<ConfigNode> nodes = new ArrayList<>();
    for (Object item : items) {
      nodes.add(new ConfigNode(child.place + "[" + nodes.size() + "]", item));
    }
    return nodes;
  }

  Map<String, ConfigNode> map(String key) {
    ConfigNode child = child(key);
    Map<String, ConfigNode> nodes = new LinkedHashMap<>();
    child
        .members()
        .forEach((name, item) -> nodes.put(name, new ConfigNode(child.place + "." + name, item)));
    return nodes;
  }

  /// The value read by something that refuses with an {@link IllegalArgumentException}.
  <T> T as(Function<String, T> reader) {
    if (value == null || value instanceof Map<?, ?> || value instanceof List<?>) {
      throw refusal(place, value == null ? "is missing" : "is not a single value");
    }
    try {
      return reader.apply(value.toString());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw refusal(place, String.valueOf(e.getMessage()));
    }
  }

  <T> T positive(String key, long number, LongFunction<T> reader) {
    return new ConfigNode(place + "." + key, number).as(text -> reader.apply(Long.parseLong(text)));
  }

  String text(String key, String usual) {
    return has(key) ? child(key).as(text -> text) : usual;
  }

  long integer(String key) {
    return child(key).as(Long::parseLong);
  }

  long integer(String key, long usual) {
    return has(key) ? integer(key) : usual;
  }

  OptionalInt optionalInteger(String key) {
    return has(key) ? OptionalInt.of(child(key).as(Integer::parseInt)) : OptionalInt.empty();
  }

  double decimal(String key, double usual) {
    return has(key) ? child(key).as(Double::parseDouble) : usual;
  }

  boolean bool(String key, boolean usual) {
    return switch (text(key, Boolean.toString(usual))) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refusal(place + "." + key, "is true or false");
    };
  }

  void requireAllRead() {
    for (String key : members().keySet()) {
      if (!read.contains(key)) {
        throw refusal(place + "." + key, "is unknown");
      }
    }
  }

  private Map<String, @Nullable Object> members() {
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw refusal(place, "is not a set of keys and values");
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    map.forEach((key, member) -> members.put(String.valueOf(key), member));
    return members;
  }
}
