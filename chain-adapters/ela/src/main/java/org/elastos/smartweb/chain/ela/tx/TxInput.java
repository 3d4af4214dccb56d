// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;

/// An output that is spent: transaction id in internal order, 16-bit index, unsigned 32-bit
/// sequence. Immutable.
public record TxInput(Hash256 previous, int index, long sequence) {
  /// Length in bytes.
  public static final int BYTES = 38;

  /// What wallets write.
  public static final long FINAL_SEQUENCE = 0xffff_ffffL;

  /// What the spender of a locked output writes.
  public static final long LOCKED_SEQUENCE = 0xffff_fffeL;

  /// Reads an input as part of something larger.
  public static TxInput read(ElaReader in) {
    return new TxInput(
        in.hash256("input.previous"), in.u16("input.index"), in.u32("input.sequence"));
  }

  /// Writes the exact bytes.
  public void write(ElaWriter out) {
    out.hash256(previous).u16(index).u32(sequence);
  }
}
