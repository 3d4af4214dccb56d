// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.license.AuditProof;

/// The JSON form of a proof of inclusion, as `GET /v1/audit/{position}` answers it. Stateless.
public final class AuditProofJson {
  private static final int MAX_TEXT = 16_384;

  private AuditProofJson() {}

  static JsonObject write(AuditProof proof) {
    JsonArray path = new JsonArray();
    proof.path().forEach(sibling -> path.add(sibling.hex()));
    return new JsonObject()
        .put("v", 1)
        .put("anchor", proof.number())
        .put("first", proof.anchor().first())
        .put("last", proof.anchor().last())
        .put("head", proof.anchor().head().hex())
        .put("root", proof.anchor().root().hex())
        .put("path", path);
  }

  /// Reads what a node answered; empty when it is of another form.
  public static Optional<AuditProof> read(String text) {
    if (text.length() > MAX_TEXT) {
      return Optional.empty();
    }
    try {
      JsonObject json = new JsonObject(text);
      if (json.getInteger("v") != 1) {
        return Optional.empty();
      }
      List<Hash256> path = new ArrayList<>();
      JsonArray siblings = json.getJsonArray("path");
      for (int i = 0; i < siblings.size(); i++) {
        path.add(Hash256.fromHex(siblings.getString(i)));
      }
      AuditProof.Anchor anchor =
          new AuditProof.Anchor(
              json.getLong("first"),
              json.getLong("last"),
              Hash256.fromHex(json.getString("head")),
              Hash256.fromHex(json.getString("root")));
      return Optional.of(new AuditProof(json.getLong("anchor"), anchor, path));
    } catch (RuntimeException malformed) {
      // Whatever is wrong with a stranger's text, it is no proof.
      return Optional.empty();
    }
  }
}
