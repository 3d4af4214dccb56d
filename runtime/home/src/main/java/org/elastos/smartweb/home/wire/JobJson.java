// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.elastos.smartweb.home.fetch.FetchEvent;
import org.elastos.smartweb.home.fetch.FetchJob;

/// A fetch job as JSON. Stateless.
public final class JobJson {
  private JobJson() {}

  /// Writes it.
  public static JsonObject write(FetchJob job) {
    JsonObject json =
        new JsonObject()
            .put("id", job.id().toString())
            .put("cid", job.cid())
            .put("name", job.name())
            .put("providers", new JsonArray(job.providers().stream().map(URI::toString).toList()))
            .put("state", job.state().code())
            .put("bytes", job.bytes())
            .put("events", new JsonArray(job.events().stream().map(JobJson::event).toList()))
            .put("createdAt", job.createdAt().toString())
            .put("updatedAt", job.updatedAt().toString());
    job.total().ifPresent(total -> json.put("total", total));
    job.path().ifPresent(path -> json.put("path", path));
    job.failure()
        .ifPresent(failure ->
            json.put(
                "failure",
                new JsonObject().put("code", failure.code()).put("detail", failure.detail())));
    return json;
  }

  /// Reads it.
  public static FetchJob read(JsonObject json) {
    return new FetchJob(
        UUID.fromString(Fields.text(json, "id")),
        Fields.text(json, "cid"),
        Fields.text(json, "name"),
        Fields.texts(json, "providers").stream().map(URI::create).toList(),
        FetchJob.State.valueOf(Fields.text(json, "state").toUpperCase(Locale.ROOT)),
        Fields.number(json, "bytes"),
        optionalLong(json, "total"),
        Fields.optionalText(json, "path"),
        failure(json),
        Fields.objects(json, "events", JobJson::readEvent),
        Instant.parse(Fields.text(json, "createdAt")),
        Instant.parse(Fields.text(json, "updatedAt")));
  }

  private static Optional<FetchJob.Failure> failure(JsonObject json) {
    if (!json.containsKey("failure")) {
      return Optional.empty();
    }
    JsonObject failure = Fields.object(json, "failure");
    return Optional.of(
        new FetchJob.Failure(Fields.text(failure, "code"), Fields.text(failure, "detail")));
  }

  private static JsonObject event(FetchEvent event) {
    JsonObject json =
        new JsonObject()
            .put("kind", event.kind().code())
            .put("provider", event.provider())
            .put("detail", event.detail())
            .put("at", event.at().toString());
    event.block().ifPresent(block -> json.put("block", block));
    event.index().ifPresent(index -> json.put("index", index));
    return json;
  }

  private static FetchEvent readEvent(JsonObject json) {
    return new FetchEvent(
        FetchEvent.Kind.valueOf(Fields.text(json, "kind").toUpperCase(Locale.ROOT)),
        Fields.text(json, "provider"),
        Fields.optionalText(json, "block"),
        optionalLong(json, "index"),
        Fields.text(json, "detail"),
        Instant.parse(Fields.text(json, "at")));
  }

  private static OptionalLong optionalLong(JsonObject json, String field) {
    Optional<Long> number = Fields.optionalNumber(json, field);
    return number.isPresent() ? OptionalLong.of(number.get()) : OptionalLong.empty();
  }
}
