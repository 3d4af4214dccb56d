// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Time that passes only as far as somebody waits: each question takes as long as its node says,
/// beside the others, all in one thread. For tests.
final class ScriptedPace implements Pace {
  private final List<Due> coming = new ArrayList<>();
  private long now;
  private long spent;

  private record Due(long at, Object answer) {}

  /// The question that is asked now takes so much longer.
  void spend(Duration duration) {
    spent += duration.toNanos();
  }

  @Override
  public long nanos() {
    return now + spent;
  }

  @Override
  public <T> void ask(Supplier<T> question, BlockingQueue<T> answers) {
    T answer = question.get();
    coming.add(new Due(now + spent, answer));
    spent = 0;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable T poll(BlockingQueue<T> answers, long nanos) {
    Optional<Due> next =
        coming.stream().filter(due -> due.at <= now + nanos).min(Comparator.comparingLong(Due::at));
    next.ifPresent(coming::remove);
    now = next.map(due -> Math.max(now, due.at)).orElse(now + Math.max(0, nanos));
    return next.map(due -> (T) due.answer).orElse(null);
  }

  @Override
  public void close() {
    coming.clear();
  }
}
