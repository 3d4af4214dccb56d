// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaReader;

/// Reads whole transactions and blocks from bytes, strictly.
public final class TxCodec {
  private TxCodec() {}

  /// A transaction with its programs.
  public static Decoded<ElaTransaction> readTransaction(byte[] bytes) {
    return ElaReader.decode(bytes, ElaTransaction::read);
  }

  /// A block without confirm.
  public static Decoded<ElaBlock> readBlock(byte[] bytes) {
    return ElaReader.decode(bytes, ElaBlock::read);
  }

  /// A block as nodes send it.
  public static Decoded<DposBlock> readDposBlock(byte[] bytes) {
    return ElaReader.decode(bytes, DposBlock::read);
  }
}
