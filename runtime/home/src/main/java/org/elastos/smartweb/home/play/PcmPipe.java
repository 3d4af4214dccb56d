// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.play;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Carries samples from the thread of a capsule to the one listener, holding at most a fixed number
/// of bytes: a slow listener slows the capsule down. Thread-safe for one writer and one reader; the
/// bytes are wiped as they leave and when the pipe is cut.
final class PcmPipe {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<byte[]> chunks = new ArrayDeque<>();
  private final int capacity;
  private final Duration patience;
  private @Nullable PcmFormat format;
  private int held;
  private long passed;
  private boolean ended;
  private boolean cut;

  /// @param capacity bytes held at most, but always at least one chunk
  /// @param patience how long a writer waits for its listener before it gives up
  PcmPipe(int capacity, Duration patience) {
    this.capacity = capacity;
    this.patience = patience;
  }

  /// What reading can give.
  sealed interface Taken {
    /// The next samples, the reader's own.
    record Samples(byte[] bytes) implements Taken {}

    /// No more will come: the capsule finished.
    record End() implements Taken {}

    /// No more will come: the session was ended or the capsule failed.
    record Cut() implements Taken {}

    /// Nothing came in time; ask again.
    record NothingYet() implements Taken {}
  }

  /// Announces the format, before any sample and once.
  ///
  /// @return false when it was announced before or the pipe is closed
  boolean begin(PcmFormat announced) {
    lock.lock();
    try {
      if (format != null || ended || cut) {
        return false;
      }
      format = announced;
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Adds a copy of the samples, waiting while the pipe is full.
  ///
  /// @return false when they were not taken: no format yet, pipe closed, or no listener in time
  boolean write(byte[] from, int offset, int length) {
    byte[] copy = Arrays.copyOfRange(from, offset, offset + length);
    lock.lock();
    try {
      if (format == null || !awaitRoom(length)) {
        Arrays.fill(copy, (byte) 0);
        return false;
      }
      chunks.add(copy);
      held += length;
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Says that all samples were written.
  void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Drops and wipes what is held; writer and reader stop at once.
  void cut() {
    lock.lock();
    try {
      cut = true;
      chunks.forEach(chunk -> Arrays.fill(chunk, (byte) 0));
      chunks.clear();
      held = 0;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits for the format.
  ///
  /// @return empty when it did not come in time or never will
  Optional<PcmFormat> awaitFormat(Duration wait) {
    lock.lock();
    try {
      long nanos = wait.toNanos();
      while (format == null && !ended && !cut && nanos > 0) {
        nanos = awaitNanos(nanos);
      }
      return Optional.ofNullable(format);
    } finally {
      lock.unlock();
    }
  }

  /// Takes the next samples, waiting for them.
  Taken take(Duration wait) {
    lock.lock();
    try {
      long nanos = wait.toNanos();
      while (chunks.isEmpty() && !ended && !cut && nanos > 0) {
        nanos = awaitNanos(nanos);
      }
      if (cut) {
        return new Taken.Cut();
      }
      byte[] next = chunks.poll();
      if (next == null) {
        return ended ? new Taken.End() : new Taken.NothingYet();
      }
      held -= next.length;
      passed += next.length;
      changed.signalAll();
      return new Taken.Samples(next);
    } finally {
      lock.unlock();
    }
  }

  /// The format, once announced.
  Optional<PcmFormat> format() {
    return awaitFormat(Duration.ZERO);
  }

  /// Bytes handed to the listener so far.
  long passed() {
    lock.lock();
    try {
      return passed;
    } finally {
      lock.unlock();
    }
  }

  private boolean awaitRoom(int length) {
    long nanos = patience.toNanos();
    while (!ended && !cut && !chunks.isEmpty() && held + length > capacity) {
      if (nanos <= 0) {
        return false;
      }
      nanos = awaitNanos(nanos);
    }
    return !ended && !cut;
  }

  // Every caller looks again in a loop of its own.
  @SuppressWarnings("WaitNotInLoop")
  private long awaitNanos(long nanos) {
    try {
      return changed.awaitNanos(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
