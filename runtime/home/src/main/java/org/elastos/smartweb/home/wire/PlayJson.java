// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.home.play.PcmFormat;
import org.elastos.smartweb.home.play.PlayStatus;
import org.elastos.smartweb.home.play.PlayStatus.Failure;
import org.elastos.smartweb.home.play.PlayStatus.LicenseEvidence;
import org.elastos.smartweb.home.play.PlayStatus.NodeEvidence;
import org.elastos.smartweb.home.play.PlayStatus.Renderer;
import org.elastos.smartweb.home.play.PlayStatus.Timings;

/// A player session as JSON. Stateless.
public final class PlayJson {
  private PlayJson() {}

  /// Writes it.
  public static JsonObject write(PlayStatus status) {
    JsonObject json =
        new JsonObject()
            .put("id", status.id().toString())
            .put("state", status.state().code())
            .put("path", status.path())
            .put("assetId", status.assetId().toString())
            .put("wallet", status.wallet().toString())
            .put("renderer", renderer(status.renderer()))
            .put("license", license(status.license()))
            .put("timings", timings(status.timings()))
            .put("pcmBytes", status.pcmBytes());
    status
        .format()
        .ifPresent(format ->
            json.put(
                "format",
                new JsonObject().put("rate", format.rate()).put("channels", format.channels())));
    status
        .failure()
        .ifPresent(failure ->
            json.put(
                "failure",
                new JsonObject().put("code", failure.code()).put("detail", failure.detail())));
    return json;
  }

  /// Reads it.
  public static PlayStatus read(JsonObject json) {
    return new PlayStatus(
        UUID.fromString(Fields.text(json, "id")),
        PlayStatus.State.valueOf(Fields.text(json, "state").toUpperCase(Locale.ROOT)),
        Fields.text(json, "path"),
        Hash256.fromHex(Fields.text(json, "assetId")),
        EvmAddress.fromHex(Fields.text(json, "wallet")),
        readRenderer(Fields.object(json, "renderer")),
        readLicense(Fields.object(json, "license")),
        readTimings(Fields.object(json, "timings")),
        readFormat(json),
        Fields.number(json, "pcmBytes"),
        readFailure(json));
  }

  /// Reads what one node did, also from beside a refusal.
  public static NodeEvidence readNode(JsonObject json) {
    return new NodeEvidence(
        Math.toIntExact(Fields.number(json, "index")),
        Fields.text(json, "endpoint"),
        Fields.text(json, "result"),
        Fields.text(json, "code"),
        Fields.optionalText(json, "evidence"));
  }

  private static JsonObject renderer(Renderer renderer) {
    return new JsonObject()
        .put("appId", renderer.appId().toString())
        .put("release", renderer.release())
        .put("releaseId", renderer.releaseId().toString())
        .put("name", renderer.name());
  }

  private static Renderer readRenderer(JsonObject json) {
    return new Renderer(
        Hash256.fromHex(Fields.text(json, "appId")),
        Fields.number(json, "release"),
        Hash256.fromHex(Fields.text(json, "releaseId")),
        Fields.text(json, "name"));
  }

  private static JsonObject license(LicenseEvidence license) {
    return new JsonObject()
        .put("groupKey", license.groupKey().toString())
        .put("epoch", license.epoch())
        .put("needed", license.needed())
        .put("nodes", new JsonArray(license.nodes().stream().map(NodeEvidence::asMap).toList()));
  }

  private static LicenseEvidence readLicense(JsonObject json) {
    return new LicenseEvidence(
        Hash256.fromHex(Fields.text(json, "groupKey")),
        Fields.number(json, "epoch"),
        Math.toIntExact(Fields.number(json, "needed")),
        Fields.objects(json, "nodes", PlayJson::readNode));
  }

  private static JsonObject timings(Timings timings) {
    return new JsonObject()
        .put("openMillis", timings.open())
        .put("capsuleMillis", timings.capsule())
        .put("licenseMillis", timings.license());
  }

  private static Timings readTimings(JsonObject json) {
    return new Timings(
        Fields.number(json, "openMillis"),
        Fields.number(json, "capsuleMillis"),
        Fields.number(json, "licenseMillis"));
  }

  private static Optional<PcmFormat> readFormat(JsonObject json) {
    if (!json.containsKey("format")) {
      return Optional.empty();
    }
    JsonObject format = Fields.object(json, "format");
    return Optional.of(
        new PcmFormat(
            Math.toIntExact(Fields.number(format, "rate")),
            Math.toIntExact(Fields.number(format, "channels"))));
  }

  private static Optional<Failure> readFailure(JsonObject json) {
    if (!json.containsKey("failure")) {
      return Optional.empty();
    }
    JsonObject failure = Fields.object(json, "failure");
    return Optional.of(new Failure(Fields.text(failure, "code"), Fields.text(failure, "detail")));
  }
}
