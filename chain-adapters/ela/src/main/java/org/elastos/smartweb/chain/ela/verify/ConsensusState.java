// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who confirms blocks, as known after one block. Immutable; advanced by {@link ConsensusRules}.
///
/// @param arbiters who confirms the next block, unless a turn is due; empty when not known
/// @param turns announced sets that are not in force yet, by ascending height
/// @param resumesAfter in proof-of-work mode the height after which blocks are confirmed again; 0
///   when that was not announced
/// @param confirmed the greatest height that was confirmed; -1 when none was
public record ConsensusState(
    Mode mode, Optional<ArbiterSet> arbiters, List<Turn> turns, long resumesAfter, long confirmed) {
  /// No height.
  public static final long NONE = -1;

  /// How blocks become final.
  public enum Mode {
    /// Arbiters confirm each block, or did not begin to: see the height.
    BPOS,
    /// By work alone: nothing becomes final until the arbiters have taken over again.
    WORK
  }

  /// A set that comes into force with the block above `workingHeight`. An empty one was announced
  /// in a form that cannot be followed: from there on the arbiters are not known.
  public record Turn(long workingHeight, Optional<ArbiterSet> arbiters) {}

  /// Keeps a copy.
  public ConsensusState {
    turns = List.copyOf(turns);
  }

  /// Before the first confirm, with the arbiters that a checkpoint names, if any.
  public static ConsensusState starting(Optional<ArbiterSet> arbiters) {
    return new ConsensusState(Mode.BPOS, arbiters, List.of(), 0, NONE);
  }

  /// What is in force for the block at a height above: turns that are due, and confirms again when
  /// the time without them is over.
  public ConsensusState forBlock(long height) {
    Optional<ArbiterSet> current = arbiters;
    List<Turn> later = new ArrayList<>();
    for (Turn turn : turns) {
      if (turn.workingHeight() < height) {
        current = turn.arbiters();
      } else {
        later.add(turn);
      }
    }
    boolean resumed = mode == Mode.WORK && resumesAfter != 0 && height > resumesAfter;
    return new ConsensusState(
        resumed ? Mode.BPOS : mode, current, later, resumed ? 0 : resumesAfter, confirmed);
  }

  /// From here on by work alone.
  ConsensusState byWork() {
    return new ConsensusState(Mode.WORK, arbiters, turns, 0, confirmed);
  }

  /// With confirms again above a height.
  ConsensusState resuming(long above) {
    return new ConsensusState(mode, arbiters, turns, Math.min(above, ElaNetwork.NEVER), confirmed);
  }

  /// With one more confirmed block.
  ConsensusState confirmedAt(long height, List<Turn> announced) {
    return new ConsensusState(mode, arbiters, announced, resumesAfter, height);
  }

  /// Whether a block above would become final by a confirm: never while the arbiters are not known.
  public boolean finalises() {
    return mode == Mode.BPOS && arbiters.isPresent();
  }
}
