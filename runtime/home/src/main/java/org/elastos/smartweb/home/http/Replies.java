// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.http;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.elastos.smartweb.home.outcome.Outcome;
import org.elastos.smartweb.home.outcome.Refusal;
import org.elastos.smartweb.home.wire.WireException;
import org.elastos.smartweb.platform.http.Problem;
import org.elastos.smartweb.platform.http.Problems;
import org.elastos.smartweb.platform.offload.Offload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads requests strictly, does their work off the event loop and writes what came of it.
/// Thread-safe.
final class Replies {
  private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

  private final Offload offload;

  Replies(Offload offload) {
    this.offload = offload;
  }

  /// Reads something from the request; what has not the agreed shape is answered at once.
  ///
  /// @return empty when the request was answered
  <T> Optional<T> read(RoutingContext context, Supplier<T> reader) {
    try {
      return Optional.of(reader.get());
    } catch (IllegalArgumentException | DecodeException e) {
      String detail = e instanceof WireException ? String.valueOf(e.getMessage()) : "";
      Problems.send(
          context,
          Problem.of(400, "bad_request", "The request is not well-formed").withDetail(detail));
      return Optional.empty();
    }
  }

  /// Does work that gives a value.
  void value(RoutingContext context, Callable<JsonObject> work) {
    offload.call(work).onSuccess(json -> send(context, 200, json)).onFailure(context::fail);
  }

  /// Does work that may refuse.
  void outcome(RoutingContext context, int status, Callable<Outcome<JsonObject>> work) {
    offload
        .call(work)
        .onSuccess(outcome -> {
          switch (outcome) {
            case Outcome.Done<JsonObject>(JsonObject json) -> send(context, status, json);
            case Outcome.Refused<JsonObject>(Refusal refusal) ->
                Problems.send(context, problem(refusal));
          }
        })
        .onFailure(context::fail);
  }

  /// Does work that nobody waits for.
  void later(Runnable work) {
    offload
        .call(() -> {
          work.run();
          return true;
        })
        .onFailure(failure -> LOG.atWarn().setCause(failure).log("work without an asker failed"));
  }

  /// The refusal as it goes on the wire.
  static Problem problem(Refusal refusal) {
    Problem problem =
        switch (refusal.kind()) {
          case INVALID -> Problem.of(400, refusal.code(), "The request makes no sense");
          case FORBIDDEN -> Problem.of(403, refusal.code(), "This is not allowed");
          case NOT_FOUND -> Problem.of(404, refusal.code(), "There is nothing here");
          case CONFLICT -> Problem.of(409, refusal.code(), "This cannot be done as things stand");
          case BUSY -> Problem.of(429, refusal.code(), "Too much at once");
          case UNAVAILABLE -> Problem.of(503, refusal.code(), "Others who are needed did not help");
        };
    Problem full = problem.withDetail(refusal.detail());
    for (Map.Entry<String, Object> more : refusal.more().entrySet()) {
      full = full.with(more.getKey(), more.getValue());
    }
    return full;
  }

  private static void send(RoutingContext context, int status, JsonObject json) {
    if (!context.response().ended() && !context.response().closed()) {
      context
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", "application/json")
          .end(json.encode());
    }
  }
}
