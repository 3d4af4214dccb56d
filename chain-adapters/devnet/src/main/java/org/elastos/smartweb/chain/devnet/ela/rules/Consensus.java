// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import java.util.Optional;

/// Who confirms, as it stands after a block. Immutable.
///
/// @param workSince the height from which blocks go without confirm, 0 when they do not
/// @param next an announced set that is not in force yet
/// @param resumesAfter the height above which confirms come back, 0 when that was not decided
public record Consensus(long workSince, Arbiters current, Optional<Turn> next, long resumesAfter) {
  /// Blocks between the decision to confirm again and the last one without confirm.
  public static final long RETURN_INTERVAL = 10;

  /// A set that confirms blocks above a height.
  public record Turn(long workingHeight, Arbiters arbiters) {}

  /// The beginning.
  public static Consensus starting(Arbiters first) {
    return new Consensus(0, first, Optional.empty(), 0);
  }

  /// What holds for a block at a height above.
  public Consensus at(long height) {
    boolean due = next.isPresent() && next.get().workingHeight() < height;
    boolean back = byWork() && resumesAfter != 0 && height > resumesAfter;
    return new Consensus(
        back ? 0 : workSince,
        due ? next.get().arbiters() : current,
        due ? Optional.empty() : next,
        back ? 0 : resumesAfter);
  }

  /// With a set to come.
  public Consensus announcing(Turn turn) {
    return new Consensus(workSince, current, Optional.of(turn), resumesAfter);
  }

  /// Whether blocks go without confirm.
  public boolean byWork() {
    return workSince != 0;
  }

  /// Without confirms from a height on.
  public Consensus workOnly(long height) {
    return new Consensus(height, current, next, 0);
  }

  /// With confirms again some blocks above a height.
  public Consensus resuming(long height) {
    return new Consensus(workSince, current, next, height + RETURN_INTERVAL);
  }

  /// The number of the newest set, announced or in force.
  public int newest() {
    return next.map(turn -> turn.arbiters().number()).orElse(current.number());
  }
}
