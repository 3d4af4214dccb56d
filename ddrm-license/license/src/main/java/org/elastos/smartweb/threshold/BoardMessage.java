// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.nio.ByteBuffer;
import org.elastos.smartweb.chain.Bytes;

/// One message as the board ordered it: gapless `seq` from 0, the poster's index from 1. Immutable.
public record BoardMessage(long epoch, int seq, Kind kind, int member, Bytes payload) {
  /// What a message is.
  public enum Kind {
    /// The hash of a dealing, 32 bytes.
    COMMIT(1),
    /// The dealing in full.
    REVEAL(2),
    /// A verifiable complaint about a dealer.
    COMPLAINT(3);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    /// The number on the board.
    public int number() {
      return number;
    }

    /// The kind of a number on the board.
    ///
    /// @throws IllegalArgumentException when there is none
    public static Kind of(int number) {
      return switch (number) {
        case 1 -> COMMIT;
        case 2 -> REVEAL;
        case 3 -> COMPLAINT;
        default -> throw new IllegalArgumentException("no such kind of board message");
      };
    }
  }

  /// u32 seq ‖ u8 kind ‖ u8 member ‖ payload, as it enters the transcript.
  byte[] transcriptBytes() {
    return ByteBuffer.allocate(6 + payload.size())
        .putInt(seq)
        .put((byte) kind.number())
        .put((byte) member)
        .put(payload.bytes())
        .array();
  }
}
