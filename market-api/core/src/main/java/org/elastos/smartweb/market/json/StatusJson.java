// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.market.MarketStatus;

/// A market's status as JSON.
public final class StatusJson {
  private StatusJson() {}

  /// Writes a status.
  public static ObjectNode write(MarketStatus status) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("v", 1)
        .put("chainId", status.chain().value())
        .put("factory", status.factory().toString())
        .put("indexed", status.indexed())
        .put("head", status.head())
        .put("finalized", status.finalized())
        .put("lag", status.lag())
        .put("ready", status.ready());
  }

  /// Reads a status.
  ///
  /// @throws JsonShapeException when it is none
  public static MarketStatus read(JsonFields json) {
    return new MarketStatus(
        new ChainId(json.number("chainId", 1, Long.MAX_VALUE)),
        json.address("factory"),
        json.number("indexed", -1, Long.MAX_VALUE),
        json.number("head", -1, Long.MAX_VALUE),
        json.number("finalized", -1, Long.MAX_VALUE),
        json.flag("ready"));
  }
}
