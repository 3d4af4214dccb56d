// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads fields of a JSON object strictly: a missing one or another type is a [WireException] that
/// names the field. Stateless.
public final class Fields {
  private Fields() {}

  /// A text that must be there.
  public static String text(JsonObject json, String field) {
    return optionalText(json, field).orElseThrow(() -> wrong(field, "a text"));
  }

  /// A text, or none.
  public static Optional<String> optionalText(JsonObject json, String field) {
    return switch (json.getValue(field)) {
      case null -> Optional.empty();
      case String text -> Optional.of(text);
      default -> throw wrong(field, "a text");
    };
  }

  /// An integer that must be there.
  public static long number(JsonObject json, String field) {
    return optionalNumber(json, field).orElseThrow(() -> wrong(field, "an integer"));
  }

  /// An integer, or none.
  public static Optional<Long> optionalNumber(JsonObject json, String field) {
    return switch (json.getValue(field)) {
      case null -> Optional.empty();
      case Integer number -> Optional.of(number.longValue());
      case Long number -> Optional.of(number);
      default -> throw wrong(field, "an integer");
    };
  }

  /// An object that must be there.
  public static JsonObject object(JsonObject json, String field) {
    return switch (json.getValue(field)) {
      case JsonObject object -> object;
      case null, default -> throw wrong(field, "an object");
    };
  }

  /// A list of objects; a missing one is empty.
  public static <T> List<T> objects(JsonObject json, String field, Function<JsonObject, T> reader) {
    List<T> out = new ArrayList<>();
    for (Object item : array(json, field)) {
      if (!(item instanceof JsonObject object)) {
        throw wrong(field, "a list of objects");
      }
      out.add(reader.apply(object));
    }
    return List.copyOf(out);
  }

  /// A list of texts; a missing one is empty.
  public static List<String> texts(JsonObject json, String field) {
    List<String> out = new ArrayList<>();
    for (Object item : array(json, field)) {
      if (!(item instanceof String text)) {
        throw wrong(field, "a list of texts");
      }
      out.add(text);
    }
    return List.copyOf(out);
  }

  /// Refuses fields that nobody agreed on.
  public static void only(JsonObject json, List<String> fields) {
    for (String field : json.fieldNames()) {
      if (!fields.contains(field)) {
        throw new WireException("unknown field " + (field.length() > 40 ? "" : field));
      }
    }
  }

  private static JsonArray array(JsonObject json, String field) {
    return switch (json.getValue(field)) {
      case null -> new JsonArray();
      case JsonArray array -> array;
      default -> throw wrong(field, "a list");
    };
  }

  private static WireException wrong(String field, String wanted) {
    return new WireException(field + " must be " + wanted);
  }
}
