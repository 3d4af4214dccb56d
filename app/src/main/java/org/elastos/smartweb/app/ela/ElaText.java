// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.ela;

import java.util.List;
import java.util.Map;

/// A value for people: one field a line, indented as it is nested. Stateless.
public final class ElaText {
  private static final String INDENT = "  ";

  private ElaText() {}

  /// The lines of a map.
  public static String of(Map<String, ?> map) {
    StringBuilder text = new StringBuilder();
    fields(map, "", text);
    return text.toString().stripTrailing();
  }

  private static void fields(Map<?, ?> map, String indent, StringBuilder text) {
    map.forEach((name, value) -> {
      text.append(indent).append(name).append(':');
      value(value, indent + INDENT, text);
    });
  }

  private static void value(Object value, String indent, StringBuilder text) {
    switch (value) {
      case Map<?, ?> map when !map.isEmpty() -> {
        text.append('\n');
        fields(map, indent, text);
      }
      case List<?> list when !list.isEmpty() -> {
        text.append('\n');
        for (int i = 0; i < list.size(); i++) {
          text.append(indent).append('[').append(i).append(']');
          value(list.get(i), indent + INDENT, text);
        }
      }
      case Map<?, ?> _ -> text.append(" (nothing)\n");
      case List<?> _ -> text.append(" (none)\n");
      case null -> text.append(" (nothing)\n");
      default -> text.append(' ').append(value).append('\n');
    }
  }
}
