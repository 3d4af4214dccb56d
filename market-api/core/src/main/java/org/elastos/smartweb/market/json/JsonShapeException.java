// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.json;

import java.util.Map;
import org.elastos.smartweb.market.MarketException;

/// A JSON text from outside has not the shape that it should have.
public final class JsonShapeException extends MarketException {
  private final String field;

  JsonShapeException(String field) {
    super("the JSON text has another shape than it should", Map.of("field", field));
    this.field = field;
  }

  /// The field that is missing or of another type; `$` for the whole text.
  public String field() {
    return field;
  }
}
