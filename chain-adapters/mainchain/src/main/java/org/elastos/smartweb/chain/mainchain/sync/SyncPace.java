// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How often sources are asked.
///
/// @param poll between two looks at a source that has nothing more
/// @param firstPause after a first failure; doubles with each further one
/// @param longestPause after many failures
/// @param batch how many blocks are taken at a time
/// @param strikes after how much nonsense without a new block in between a source is dropped
public record SyncPace(
    Duration poll, Duration firstPause, Duration longestPause, int batch, int strikes) {
  /// 5 s, 1 s, 5 min, 500 blocks, 3 strikes.
  public static final SyncPace DEFAULT =
      new SyncPace(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMinutes(5), 500, 3);

  private static final int MOST_DOUBLINGS = 20;

  /// @throws IllegalArgumentException unless all are positive
  public SyncPace {
    boolean times = poll.isPositive() && firstPause.isPositive() && longestPause.isPositive();
    if (!times || batch < 1 || strikes < 1) {
      throw new IllegalArgumentException("the numbers of a pace are positive");
    }
  }

  /// A pause after so many failures in a row: between half and all of what is due, so that many
  /// clients do not come back together.
  Duration pauseAfter(int failures, RandomGenerator random) {
    long due = firstPause.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
    long most = Math.min(due, longestPause.toMillis());
    return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
  }
}
