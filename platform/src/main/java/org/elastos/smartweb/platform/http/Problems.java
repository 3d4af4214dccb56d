// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.http;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.RoutingContext;
import java.nio.channels.ClosedChannelException;
import org.elastos.smartweb.platform.offload.OffloadException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends problems, and makes one of each failure of a request. Stateless.
public final class Problems {
  static final String REQUEST_ID = "request-id";
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  /// Answers the request with the problem, unless an answer is on its way already.
  public static void send(RoutingContext context, Problem problem) {
    if (context.response().ended() || context.response().closed()) {
      return;
    }
    if (context.response().headWritten()) {
      // Half an answer must not pass for a whole one.
      context.request().connection().close();
      return;
    }
    String requestId = context.get(REQUEST_ID, "");
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Cache-Control", "no-store")
        .end(problem.toJson().put("requestId", requestId).encode());
  }

  /// Answers a failed request.
  static void sendFailure(RoutingContext context) {
    if (isHangUp(context.failure())) {
      LOG.atDebug()
          .addKeyValue("requestId", (String) context.get(REQUEST_ID))
          .addKeyValue("path", context.request().path())
          .log("A client hung up");
      context.request().connection().close();
      return;
    }
    send(context, problemOf(context, context.failure(), context.statusCode()));
  }

  /// The connection is gone: nobody is left to answer, and the service did nothing wrong.
  private static boolean isHangUp(@Nullable Throwable failure) {
    return failure instanceof HttpClosedException
        || failure instanceof StreamResetException
        || failure instanceof ClosedChannelException;
  }

  /// Answers a request that no route takes.
  static void sendStatus(RoutingContext context, int status) {
    send(context, problemOf(context, null, status));
  }

  private static Problem problemOf(
      RoutingContext context, @Nullable Throwable failure, int status) {
    if (failure instanceof ProblemException refusal) {
      return refusal.problem();
    }
    if (failure instanceof OffloadException) {
      return Problem.of(503, "busy", "The service has too much to do; try again later");
    }
    return switch (status) {
      case 400 -> Problem.of(400, "bad_request", "The request is not well-formed");
      case 401 -> Problem.of(401, "unauthorized", "The request carries no valid credentials");
      case 403 -> Problem.of(403, "forbidden", "The request is not allowed");
      case 404 -> Problem.of(404, "not_found", "There is nothing here");
      case 405 -> Problem.of(405, "method_not_allowed", "The method is not served here");
      case 406 -> Problem.of(406, "not_acceptable", "No acceptable media type is served here");
      case 413 -> Problem.of(413, "body_too_large", "The body is larger than the limit");
      case 415 -> Problem.of(415, "unsupported_media_type", "The media type is not served here");
      case 503 -> Problem.of(503, "timed_out", "The request took too long");
      default -> internalError(context, failure);
    };
  }

  private static Problem internalError(RoutingContext context, @Nullable Throwable failure) {
    LOG.atError()
        .setCause(failure)
        .addKeyValue("requestId", (String) context.get(REQUEST_ID))
        .addKeyValue("method", context.request().method())
        .addKeyValue("path", context.request().path())
        .log("A request failed");
    return Problem.of(500, "internal_error", "The service failed; its log knows the request id");
  }
}
