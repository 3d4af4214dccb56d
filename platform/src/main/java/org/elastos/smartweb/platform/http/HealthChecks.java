// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The named checks behind `/health/ready`. The answer names what is down; only the log says why.
/// Thread-safe.
final class HealthChecks {
  private static final Logger LOG = LoggerFactory.getLogger(HealthChecks.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Map<String, Supplier<? extends Future<?>>> checks = new ConcurrentSkipListMap<>();
  private volatile boolean closing;

  void add(String name, Supplier<? extends Future<?>> check) {
    checks.put(name, check);
  }

  void close() {
    closing = true;
  }

  /// 200 as long as the process answers at all.
  void live(RoutingContext context) {
    answer(context, true, new JsonArray());
  }

  /// 200 when every check passes in time, else 503.
  void ready(RoutingContext context) {
    List<Future<JsonObject>> results = new ArrayList<>();
    checks.forEach((name, check) -> results.add(run(name, check)));
    Future.all(List.copyOf(results))
        .onSuccess(all -> {
          JsonArray reports = new JsonArray();
          all.<JsonObject>list().forEach(reports::add);
          boolean up = all.<JsonObject>list().stream().allMatch(r -> r.getBoolean("up"));
          answer(context, up && !closing, reports);
        })
        .onFailure(context::fail);
  }

  private static Future<JsonObject> run(String name, Supplier<? extends Future<?>> check) {
    return Future.succeededFuture()
        .compose(ignored -> check.get().<Object>mapEmpty())
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .map(ignored -> report(name, true))
        .otherwise(failure -> {
          // Asked again and again while a service starts: the reason, not the whole stack.
          LOG.atInfo()
              .addKeyValue("check", name)
              .addKeyValue("reason", failure.toString())
              .log("Not ready");
          return report(name, false);
        });
  }

  private static JsonObject report(String name, boolean up) {
    return new JsonObject().put("name", name).put("up", up);
  }

  private static void answer(RoutingContext context, boolean up, JsonArray checks) {
    context
        .response()
        .setStatusCode(up ? 200 : 503)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(new JsonObject().put("status", up ? "up" : "down").put("checks", checks).encode());
  }
}
