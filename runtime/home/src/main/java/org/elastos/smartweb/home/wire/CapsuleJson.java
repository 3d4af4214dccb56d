// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.home.capsule.InstalledCapsule;
import org.elastos.smartweb.home.capsule.StartedCapsule;

/// An installed capsule as JSON. Stateless.
public final class CapsuleJson {
  private CapsuleJson() {}

  /// Writes it.
  public static JsonObject write(InstalledCapsule capsule) {
    return new JsonObject()
        .put("appId", capsule.appId().toString())
        .put("release", capsule.release())
        .put("releaseId", capsule.releaseId().toString())
        .put("name", capsule.name())
        .put("installedAt", capsule.installedAt().toString());
  }

  /// Writes how a start went.
  public static JsonObject write(StartedCapsule started) {
    return new JsonObject()
        .put("releaseId", started.releaseId().toString())
        .put("name", started.name())
        .put("state", "ready")
        .put("opened", new JsonArray(started.opened()))
        .put("exitCode", started.exitCode())
        .put("calls", started.calls());
  }

  /// Reads how a start went.
  public static StartedCapsule readStarted(JsonObject json) {
    return new StartedCapsule(
        Hash256.fromHex(Fields.text(json, "releaseId")),
        Fields.text(json, "name"),
        Fields.texts(json, "opened"),
        Math.toIntExact(Fields.number(json, "exitCode")),
        Fields.number(json, "calls"));
  }

  /// Reads it.
  public static InstalledCapsule read(JsonObject json) {
    return new InstalledCapsule(
        Hash256.fromHex(Fields.text(json, "appId")),
        Fields.number(json, "release"),
        Hash256.fromHex(Fields.text(json, "releaseId")),
        Fields.text(json, "name"),
        Instant.parse(Fields.text(json, "installedAt")));
  }
}
