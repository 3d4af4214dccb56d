// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.elastos.smartweb.license.RefusalCode;
import org.elastos.smartweb.platform.http.Problem;
import org.elastos.smartweb.platform.http.ProblemException;

/// Lets calls in: none any more once the node drains, none from an address that asks too often.
/// Counts what runs, so that a stop can wait for it. Thread-safe.
final class Admission {
  private static final int ROOM = 65_536;
  private static final long DRAIN_SECONDS = 10;

  private final TokenBuckets<String> addresses;
  private final InstantSource clock;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicBoolean draining = new AtomicBoolean();
  private final Promise<Void> drained = Promise.promise();

  Admission(NodeLimits limits, InstantSource clock) {
    this.addresses = new TokenBuckets<>(limits.address(), ROOM);
    this.clock = clock;
  }

  /// Handles a route of calls; what is let in is counted until it was answered.
  void admit(RoutingContext context) {
    // Counted before it is asked, so that a drain that begins meanwhile waits for it.
    running.incrementAndGet();
    context.addEndHandler(_ -> left());
    if (draining.get()) {
      context.response().putHeader("Retry-After", "5").putHeader("Connection", "close");
      context.fail(refusal(RefusalCode.DRAINING, "the node stops; ask another one"));
    } else if (addresses.take(context.request().remoteAddress().host(), clock.instant())) {
      context.next();
    } else {
      context.response().putHeader("Retry-After", "1");
      context.fail(refusal(RefusalCode.RATE_LIMITED, "this address asks too often"));
    }
  }

  /// Lets nothing in any more.
  ///
  /// @return completes when what ran was answered, or after ten seconds
  Future<Void> drain() {
    running.incrementAndGet();
    draining.set(true);
    left();
    return drained.future().timeout(DRAIN_SECONDS, TimeUnit.SECONDS).otherwiseEmpty();
  }

  boolean isDraining() {
    return draining.get();
  }

  /// How many calls run.
  int running() {
    return running.get();
  }

  /// Forgets buckets that are full.
  void forget() {
    addresses.forget(clock.instant());
  }

  private void left() {
    if (running.decrementAndGet() == 0 && draining.get()) {
      drained.tryComplete();
    }
  }

  private static ProblemException refusal(RefusalCode code, String detail) {
    return new ProblemException(
        Problem.of(code.httpStatus(), code.text(), "The licence node refuses").withDetail(detail));
  }
}
