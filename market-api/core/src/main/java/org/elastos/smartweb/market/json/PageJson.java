// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.elastos.smartweb.market.Page;

/// A page of anything as JSON.
public final class PageJson {
  /// The most items that a page holds.
  public static final int MAX_ITEMS = 200;

  private static final int MAX_CURSOR = 200;

  private PageJson() {}

  /// Writes a page.
  public static <T> ObjectNode write(Page<T> page, Function<T, ObjectNode> item) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("v", 1);
    ArrayNode items = json.putArray("items");
    page.items().forEach(one -> items.add(item.apply(one)));
    return json.put("next", page.next().orElse(null));
  }

  /// Reads a page.
  ///
  /// @throws JsonShapeException when it is none, or holds more than {@link #MAX_ITEMS}
  public static <T> Page<T> read(JsonFields json, Function<JsonFields, T> item) {
    return new Page<>(
        json.objects("items", MAX_ITEMS).stream().map(item).toList(),
        json.optionalText("next", MAX_CURSOR));
  }
}
