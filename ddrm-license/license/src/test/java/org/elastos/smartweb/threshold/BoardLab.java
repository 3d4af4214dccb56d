// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.util.List;

/// A board with operators and a clock, for the tests that every board must pass. Operators are
/// numbered from 1; all of them have registered; the founding committee's key generation has begun.
public interface BoardLab {
  /// How many operators there are.
  int operators();

  /// One of them.
  BoardOperator operator(int number);

  /// The board, as anybody reads it.
  CeremonyBoard board();

  /// The board, as this operator writes to it.
  BoardWriter writer(int number);

  /// Approves a change in this operator's name.
  BoardWriter.Written approve(int number, Change change);

  /// Begins the resharing that was approved; anybody may.
  BoardWriter.Written beginReshare(Change change);

  /// Begins a refresh in this operator's name.
  BoardWriter.Written beginRefresh(int number);

  /// Begins a generation anew after one that failed; anybody may.
  BoardWriter.Written restart();

  /// Lets time pass until approvals that are enough may be used, and the next refresh may begin.
  void passTimeLock();

  /// Lets time pass until the newest ceremony is in a later phase.
  void closeWindow();

  /// Lets time pass until no message of the newest ceremony can change any more.
  default void settle() {}

  /// Lets time pass until a replaced epoch serves no longer.
  void passOverlap();

  /// Whether shares of this epoch serve requests now.
  boolean serves(long epoch);

  /// The next committee: operators' numbers in the order of their indices, and the threshold.
  record Change(List<Integer> operators, int threshold) {}
}
