// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.wire;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.home.content.ShelvedWork;
import org.elastos.smartweb.home.tree.LocalPath;

/// A work on the shelf as JSON. Stateless.
public final class WorkJson {
  private WorkJson() {}

  /// Writes it.
  public static JsonObject write(ShelvedWork work) {
    return new JsonObject()
        .put("path", work.path().toString())
        .put("assetId", work.assetId().toString())
        .put("cid", work.cid())
        .put("size", work.size())
        .put("mediaType", work.mediaType())
        .put("title", work.title())
        .put("storedAt", work.storedAt().toString());
  }

  /// Reads it.
  public static ShelvedWork read(JsonObject json) {
    return new ShelvedWork(
        LocalPath.parse(Fields.text(json, "path"))
            .orElseThrow(() -> new WireException("not a name of the localhost tree")),
        Hash256.fromHex(Fields.text(json, "assetId")),
        Fields.text(json, "cid"),
        Fields.number(json, "size"),
        Fields.text(json, "mediaType"),
        Fields.text(json, "title"),
        Instant.parse(Fields.text(json, "storedAt")));
  }
}
