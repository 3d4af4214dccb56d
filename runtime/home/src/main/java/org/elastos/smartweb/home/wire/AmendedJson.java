// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.wire;

import io.vertx.core.json.JsonObject;
import org.elastos.smartweb.home.content.Amendments.Amended;

/// How much of what was offered was new, as JSON. Stateless.
public final class AmendedJson {
  private AmendedJson() {}

  /// Writes it.
  public static JsonObject write(Amended amended) {
    return new JsonObject()
        .put("statements", amended.statements())
        .put("envelopes", amended.envelopes());
  }

  /// Reads it.
  public static Amended read(JsonObject json) {
    return new Amended(
        Math.toIntExact(Fields.number(json, "statements")),
        Math.toIntExact(Fields.number(json, "envelopes")));
  }
}
