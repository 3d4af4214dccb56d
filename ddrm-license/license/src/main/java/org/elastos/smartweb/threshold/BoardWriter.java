// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import org.elastos.smartweb.chain.Bytes;

/// Port to the board for one operator, in whose name messages are posted. The board keeps the order
/// and refuses what comes outside its window. Not thread-safe.
public interface BoardWriter {
  /// What came of a message.
  sealed interface Written {
    /// It is on the board.
    record Accepted() implements Written {}

    /// The board refused it; `code` is the name of the contract's error, such as `WrongPhase`.
    record Refused(String code) implements Written {}
  }

  /// Puts a message on the board.
  Written post(long epoch, BoardMessage.Kind kind, Bytes payload);

  /// States what this operator's node computed.
  Written confirm(long epoch, Confirmation confirmation);
}
