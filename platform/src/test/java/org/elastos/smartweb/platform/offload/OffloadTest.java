// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.offload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OffloadTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() throws Exception {
    await(vertx.close());
  }

  @Test
  void runsCallsSideBySideUpToItsBound() throws Exception {
    try (Offload offload = new Offload(vertx, "test", 4, 100)) {
      AtomicInteger now = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      CountDownLatch four = new CountDownLatch(4);
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        int number = i;
        results.add(
            offload.call(() -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              four.countDown();
              assertThat(four.await(10, TimeUnit.SECONDS)).as("four run at once").isTrue();
              now.decrementAndGet();
              return number;
            }));
      }
      await(Future.all(results));
      assertThat(most).hasValue(4);
      assertThat(results.stream().map(Future::result)).hasSize(20).contains(0, 19);
    }
  }

  @Test
  void refusesWorkBeyondWhatMayWait() throws Exception {
    try (Offload offload = new Offload(vertx, "test", 1, 1)) {
      CountDownLatch release = new CountDownLatch(1);
      Future<Boolean> running = offload.call(() -> release.await(10, TimeUnit.SECONDS));
      Future<Boolean> waiting = offload.call(() -> true);
      Future<Boolean> refused = offload.call(() -> true);
      assertThat(refused.failed()).isTrue();
      assertThat(refused.cause()).isInstanceOf(OffloadException.class);
      release.countDown();
      assertThat(await(running)).isTrue();
      assertThat(await(waiting)).isTrue();
    }
  }

  @Test
  void handsTheResultBackOnTheCallersContext() throws Exception {
    try (Offload offload = new Offload(vertx, "test", 2, 2)) {
      Promise<Boolean> same = Promise.promise();
      Context context = vertx.getOrCreateContext();
      context.runOnContext(ignored ->
          offload
              .call(() -> Thread.currentThread().isVirtual())
              .onSuccess(
                  virtual -> same.complete(virtual && context.equals(Vertx.currentContext()))));
      assertThat(await(same.future())).isTrue();
    }
  }

  @Test
  void passesFailuresOnAndRefusesWorkAfterItsEnd() throws Exception {
    Offload offload = new Offload(vertx, "test", 1, 1);
    Future<Object> failing =
        offload.call(() -> {
          throw new IllegalStateException("as thrown");
        });
    assertThatThrownBy(() -> await(failing)).hasRootCauseMessage("as thrown");
    offload.close();
    assertThat(offload.call(() -> true).cause()).hasMessageContaining("closed");
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
