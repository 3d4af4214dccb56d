// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Spreads the questions to one source as its limits ask. Whoever asks too much waits for its turn,
/// in the order of asking; whoever would wait too long is turned away at once. Thread-safe.
final class TokenBucket {
  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  private final double perNano;
  private final int burst;
  private final LongSupplier nanoTime;
  private double tokens;
  private long at;

  /// @param nanoTime a clock that never goes back
  TokenBucket(SourceLimits limits, LongSupplier nanoTime) {
    this.perNano = limits.requestsPerSecond() / NANOS;
    this.burst = limits.burst();
    this.nanoTime = nanoTime;
    this.tokens = burst;
    this.at = nanoTime.getAsLong();
  }

  /// Takes so many tokens and waits until they are due.
  ///
  /// @throws SourceFault when that takes longer than `patience`
  void take(int count, Duration patience) {
    long due = nanoTime.getAsLong() + reserve(count, patience).toNanos();
    while (due - nanoTime.getAsLong() > 0) {
      LockSupport.parkNanos(due - nanoTime.getAsLong());
      if (Thread.currentThread().isInterrupted()) {
        throw new SourceFault("no longer waited for");
      }
    }
  }

  /// Takes so many tokens, in advance if need be, and says how long until they are due.
  synchronized Duration reserve(int count, Duration patience) {
    if (perNano == 0) {
      return Duration.ZERO;
    }
    long now = nanoTime.getAsLong();
    tokens = Math.min(burst, tokens + (now - at) * perNano);
    at = now;
    double missing = count - tokens;
    Duration wait = Duration.ofNanos(missing <= 0 ? 0 : (long) Math.ceil(missing / perNano));
    if (wait.compareTo(patience) > 0) {
      throw new SourceFault("the source's rate limit is used up");
    }
    tokens -= count;
    return wait;
  }
}
