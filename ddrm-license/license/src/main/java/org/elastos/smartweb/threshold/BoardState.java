// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.util.List;
import java.util.Set;

/// What the board shows of one epoch at one block: its phase, its messages in order, who confirmed
/// an outcome, and whether the complaint window closed at or below the final block, so that no
/// message can still change. Immutable.
public record BoardState(
    Phase phase, List<BoardMessage> messages, Set<Integer> confirmed, boolean settled) {
  /// Copies the collections.
  public BoardState {
    messages = List.copyOf(messages);
    confirmed = Set.copyOf(confirmed);
  }

  /// Where the ceremony stands; the ordinal is the number that the board gives.
  public enum Phase {
    /// Not every member has registered.
    REGISTRATION,
    /// Members commit to dealings.
    COMMIT,
    /// Members reveal them.
    REVEAL,
    /// Members complain about them.
    COMPLAINT,
    /// Members confirm the outcome.
    CONFIRM,
    /// Enough members confirmed the same outcome.
    ACTIVE,
    /// A window passed without that.
    FAILED
  }
}
