// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How time passes for a client while nodes are asked at the same time; tests bring their own. Safe
/// for many threads.
interface Pace extends AutoCloseable {
  /// Nanoseconds since some beginning.
  long nanos();

  /// Asks a question beside the others; its answer joins those that came.
  <T> void ask(Supplier<T> question, BlockingQueue<T> answers);

  /// Waits for an answer, so long at most; null when none came.
  <T> @Nullable T poll(BlockingQueue<T> answers, long nanos) throws InterruptedException;

  /// Gives up whatever still runs.
  @Override
  void close();

  /// Real time, a virtual thread for each question.
  static Supplier<Pace> real() {
    return Real::new;
  }

  /// Real time.
  final class Real implements Pace {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public <T> void ask(Supplier<T> question, BlockingQueue<T> answers) {
      threads.execute(() -> answers.add(question.get()));
    }

    @Override
    public <T> @Nullable T poll(BlockingQueue<T> answers, long nanos) throws InterruptedException {
      return answers.poll(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
      threads.shutdownNow();
    }
  }
}
