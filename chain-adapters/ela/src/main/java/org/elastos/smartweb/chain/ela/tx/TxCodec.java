// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import java.util.function.Function;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.Refusal;

/// Reads whole transactions and blocks from bytes, strictly.
public final class TxCodec {
  private TxCodec() {}

  /// A transaction with its programs.
  public static Decoded<ElaTransaction> readTransaction(byte[] bytes) {
    return ElaReader.decode(bytes, ElaTransaction::read);
  }

  /// A block without confirm. More bytes than a block may have are refused unread.
  public static Decoded<ElaBlock> readBlock(byte[] bytes) {
    return within(bytes, ElaBlock.MOST_BYTES, ElaBlock::read);
  }

  /// A block as nodes send it. More bytes than block and confirm may have are refused unread.
  public static Decoded<DposBlock> readDposBlock(byte[] bytes) {
    return within(bytes, ElaBlock.MOST_BYTES + Limits.CONFIRM, DposBlock::read);
  }

  private static <T> Decoded<T> within(byte[] bytes, int most, Function<ElaReader, T> shape) {
    return bytes.length > most
        ? new Decoded.Refused<>(Refusal.LENGTH_OUT_OF_BOUNDS, 0, "block")
        : ElaReader.decode(bytes, shape);
  }
}
