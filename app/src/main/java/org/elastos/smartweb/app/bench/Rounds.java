// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.util.ArrayList;
import java.util.List;

/// Warms up and then measures several pieces of work in turn, so that whatever else the machine
/// does hits all of them alike. One thread. Not thread-safe.
public final class Rounds {
  private static final long WARM_UP_NANOS = 3_000_000_000L;
  private static final int WARM_UPS_AT_LEAST = 2;

  private final int rounds;
  private final long warmUpNanos;

  /// A piece of work that does the same each time; its result says so, and keeps the compiler from
  /// leaving the work out.
  @FunctionalInterface
  public interface Work {
    /// Works once over all items.
    ///
    /// @return a number that depends on all of the work
    long run();
  }

  /// Rounds as the options say.
  public Rounds(BenchOptions options) {
    this(options.rounds(), WARM_UP_NANOS);
  }

  Rounds(int rounds, long warmUpNanos) {
    this.rounds = rounds;
    this.warmUpNanos = warmUpNanos;
  }

  /// Items a second of each piece of work.
  ///
  /// @param items how many items one run works over
  /// @throws IllegalStateException when a run gives another result than the one before
  public List<Sample> rates(long items, List<Work> works) {
    long[] results = works.stream().mapToLong(this::warmUp).toArray();
    List<List<Double>> rates =
        works.stream().map(_ -> (List<Double>) new ArrayList<Double>()).toList();
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < works.size(); i++) {
        long start = System.nanoTime();
        long result = works.get(i).run();
        long nanos = Math.max(1, System.nanoTime() - start);
        requireSame(results[i], result);
        rates.get(i).add(items * 1e9 / nanos);
      }
    }
    return rates.stream().map(Sample::of).toList();
  }

  private long warmUp(Work work) {
    long result = work.run();
    long start = System.nanoTime();
    for (int i = 1; i < WARM_UPS_AT_LEAST || System.nanoTime() - start < warmUpNanos; i++) {
      requireSame(result, work.run());
    }
    return result;
  }

  private static void requireSame(long before, long now) {
    if (before != now) {
      throw new IllegalStateException("the same work gave another result");
    }
  }
}
