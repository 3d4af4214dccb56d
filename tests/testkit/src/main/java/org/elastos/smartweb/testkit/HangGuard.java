// SPDX-License-Identifier: MIT
package org.elastos.smartweb.testkit;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Waits for a future, but not for ever. Stateless.
public final class HangGuard {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private HangGuard() {}

  /// The value, within twenty seconds; a runtime exception is thrown as it is.
  public static <T extends @Nullable Object> T await(Future<T> future) {
    return await(future, PATIENCE);
  }

  /// The value, within the given time; a runtime exception is thrown as it is.
  public static <T extends @Nullable Object> T await(Future<T> future, Duration patience) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("still waiting after " + patience, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AssertionError("the future failed", e.getCause());
    }
  }
}
