// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.http;

import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives each request an id and logs each answer. The query is never logged: it may hold what is
/// nobody's business. Thread-safe.
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger("smartweb.http.access");
  private static final String HEADER = "X-Request-Id";

  private final String start;
  private final AtomicLong count = new AtomicLong();

  AccessLog(SecureRandom random) {
    this.start = "%08x".formatted(random.nextInt());
  }

  void handle(RoutingContext context) {
    long begun = System.nanoTime();
    String id = id(context.request().getHeader(HEADER));
    context.put(Problems.REQUEST_ID, id);
    context.response().putHeader(HEADER, id);
    context.addEndHandler(ended -> log(context, id, begun));
    context.next();
  }

  private void log(RoutingContext context, String id, long begun) {
    LOG.atInfo()
        .addKeyValue("requestId", id)
        .addKeyValue("method", context.request().method())
        .addKeyValue("path", context.request().path())
        .addKeyValue("status", context.response().getStatusCode())
        .addKeyValue("bytes", context.response().bytesWritten())
        .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))
        .log("Request answered");
  }

  /// The caller's id when it is a plain word, so that one id follows a request through services.
  private String id(@Nullable String given) {
    return given != null && given.matches("[A-Za-z0-9_-]{8,64}")
        ? given
        : start + "-" + count.incrementAndGet();
  }
}
