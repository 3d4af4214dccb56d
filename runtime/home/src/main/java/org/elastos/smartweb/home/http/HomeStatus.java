// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.IntSupplier;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.home.license.CommitteePin;

/// What the home says of itself to its owner. Thread-safe; blocks on the database for the counts.
public record HomeStatus(
    String owner,
    Bytes deviceKey,
    List<CommitteePin> committees,
    IntSupplier works,
    IntSupplier sessions) {
  /// Keeps a copy.
  public HomeStatus {
    committees = List.copyOf(committees);
  }

  JsonObject json() {
    return new JsonObject()
        .put("v", 1)
        .put("owner", owner)
        .put("device", deviceKey.toString())
        .put("works", works.getAsInt())
        .put("sessions", sessions.getAsInt())
        .put("committees", new JsonArray(committees.stream().map(HomeStatus::committee).toList()));
  }

  JsonObject device() {
    return new JsonObject().put("v", 1).put("device", deviceKey.toString());
  }

  private static JsonObject committee(CommitteePin pin) {
    return new JsonObject()
        .put("groupKey", pin.groupKey().toString())
        .put("chain", pin.chain().value())
        .put("contract", pin.contract().toString())
        .put("members", pin.shape().members())
        .put("threshold", pin.shape().threshold());
  }
}
