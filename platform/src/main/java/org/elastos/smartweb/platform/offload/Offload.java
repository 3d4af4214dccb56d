// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.offload;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs blocking work on virtual threads, so many at a time and no more waiting than allowed, and
/// hands the result back on the caller's Vert.x context. A plain blocking call in a virtual-thread
/// verticle would hold up every other request of that verticle. Thread-safe; promises no order.
public final class Offload implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final ExecutorService threads;
  private final Semaphore running;
  private final Semaphore admitted;

  /// @param name begins the names of the threads
  /// @param parallel how many calls run at a time
  /// @param waiting how many more may wait; further ones are refused
  public Offload(Vertx vertx, String name, int parallel, int waiting) {
    this.vertx = vertx;
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + "-", 0).factory());
    this.running = new Semaphore(parallel, true);
    this.admitted = new Semaphore(parallel + waiting);
  }

  /// Runs the call elsewhere. The future fails with [OffloadException] when too many calls wait.
  public <T extends @Nullable Object> Future<T> call(Callable<T> call) {
    if (!admitted.tryAcquire()) {
      return Future.failedFuture(new OffloadException("too much blocking work is waiting"));
    }
    Context context = vertx.getOrCreateContext();
    Promise<T> promise = Promise.promise();
    try {
      threads.execute(() -> run(call, context, promise));
      return promise.future();
    } catch (RejectedExecutionException e) {
      admitted.release();
      return Future.failedFuture(new OffloadException("the offload is closed"));
    }
  }

  /// Takes no more work, waits a while for what runs, then interrupts it.
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private <T extends @Nullable Object> void run(
      Callable<T> call, Context context, Promise<T> promise) {
    try {
      running.acquire();
      try {
        T value = call.call();
        context.runOnContext(ignored -> promise.complete(value));
      } finally {
        running.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      context.runOnContext(ignored -> promise.fail(e));
    } catch (Throwable failure) {
      context.runOnContext(ignored -> promise.fail(failure));
    } finally {
      admitted.release();
    }
  }
}
