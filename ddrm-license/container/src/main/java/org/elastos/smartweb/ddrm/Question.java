// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.math.BigInteger;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;

/// What is asked: call data of a selector and whole words, and which words are the asker's address.
/// Those words are zero in `data`.
public record Question(Bytes data, Bytes holderAt) {
  /// The longest call data, in bytes.
  public static final int MAX_BYTES = 1_028;

  static final int SELECTOR_BYTES = 4;
  private static final int WORD = 32;

  /// @throws IllegalArgumentException for another length, or words out of place or order
  public Question {
    int words = (data.size() - SELECTOR_BYTES) / WORD;
    byte[] all = data.bytes();
    boolean sound =
        data.size() <= MAX_BYTES
            && data.size() >= SELECTOR_BYTES
            && data.size() % WORD == SELECTOR_BYTES;
    int before = -1;
    for (byte at : holderAt.bytes()) {
      sound = sound && at > before && at < words && isZero(all, SELECTOR_BYTES + WORD * at);
      before = at;
    }
    if (!sound) {
      throw new IllegalArgumentException("a question is a selector and up to 32 words");
    }
  }

  private static boolean isZero(byte[] data, int from) {
    return new BigInteger(1, data, from, WORD).signum() == 0;
  }

  /// The call data for this asker.
  public Bytes by(EvmAddress holder) {
    byte[] all = data.bytes();
    for (byte at : holderAt.bytes()) {
      int end = SELECTOR_BYTES + WORD * (at + 1);
      System.arraycopy(holder.bytes(), 0, all, end - EvmAddress.BYTES, EvmAddress.BYTES);
    }
    return Bytes.of(all);
  }
}
