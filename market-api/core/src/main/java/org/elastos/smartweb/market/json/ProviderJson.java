// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.elastos.smartweb.market.ProviderHint;

/// A provider hint as JSON.
public final class ProviderJson {
  private ProviderJson() {}

  /// Writes a hint.
  public static ObjectNode write(ProviderHint hint) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("v", 1)
        .put("cid", hint.cid())
        .put("url", hint.url().toString());
  }

  /// Reads a hint.
  ///
  /// @throws JsonShapeException when it is none
  public static ProviderHint read(JsonFields json) {
    return ProviderHint.parse(json.text("cid", 128), json.text("url", ProviderHint.MAX_URL))
        .orElseThrow(() -> new JsonShapeException("url"));
  }
}
