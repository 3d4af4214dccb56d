// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;

/// A note on a transaction. The usage is a byte, and every byte reads: signed transactions with
/// others than the six that today's node takes are published. Immutable.
public record Attribute(int usage, Bytes data) {
  /// Makes equal transactions differ.
  public static final int NONCE = 0x00;

  /// Somebody else who signs: a program hash.
  public static final int SCRIPT = 0x20;

  /// For the receiver.
  public static final int MEMO = 0x81;

  /// A text.
  public static final int DESCRIPTION = 0x90;

  /// Where a text is.
  public static final int DESCRIPTION_URL = 0x91;

  /// How many blocks a side chain waits.
  public static final int CONFIRMATIONS = 0x92;

  static final int LEAST_BYTES = 2;

  /// Whether today's node takes a transaction with such a note.
  public boolean isKnown() {
    return switch (usage) {
      case NONCE, SCRIPT, MEMO, DESCRIPTION, DESCRIPTION_URL, CONFIRMATIONS -> true;
      default -> false;
    };
  }

  static Attribute read(ElaReader in) {
    return new Attribute(in.u8("attribute.usage"), in.varBytes(Limits.TEXT, "attribute.data"));
  }

  void write(ElaWriter out) {
    out.u8(usage).varBytes(data);
  }
}
