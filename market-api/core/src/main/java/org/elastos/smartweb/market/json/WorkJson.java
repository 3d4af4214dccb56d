// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.ddrm.Statement;
import org.elastos.smartweb.market.Work;

/// A work's core and statements as JSON: each encoding in base64.
public final class WorkJson {
  private WorkJson() {}

  /// Writes a work.
  public static ObjectNode write(Work work) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("v", 1)
            .put("assetId", work.assetId().toString())
            .put("core", base64(work.core().encoded().bytes()));
    write(json.putArray("terms"), work.termsChain());
    write(json.putArray("face"), work.faceChain());
    return json;
  }

  /// Reads a work and checks it.
  ///
  /// @return nothing when the shape is right but a hash or a signature is not
  /// @throws JsonShapeException when it has another shape
  public static Optional<Work> verify(JsonFields json) {
    Bytes core = json.base64("core", Work.MAX_CORE);
    List<Bytes> terms = json.base64List("terms", Work.MAX_CHAIN);
    List<Bytes> faces = json.base64List("face", Work.MAX_CHAIN);
    return Work.verify(core, terms, faces);
  }

  /// Reads a work.
  ///
  /// @throws JsonShapeException when it is none, or does not hold together
  public static Work read(JsonFields json) {
    return verify(json).orElseThrow(() -> new JsonShapeException("core"));
  }

  private static void write(ArrayNode json, List<Statement> statements) {
    statements.forEach(one -> json.add(base64(one.toCbor().encode())));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
