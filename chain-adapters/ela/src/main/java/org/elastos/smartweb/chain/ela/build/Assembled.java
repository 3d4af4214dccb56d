// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.build;

import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxCodec;

/// The last look at a transaction before it is given away.
final class Assembled {
  private Assembled() {}

  /// @throws IllegalStateException when the transaction does not read back from its bytes as the
  ///   same
  static Built checked(ElaTransaction transaction) {
    Decoded<ElaTransaction> again = TxCodec.readTransaction(transaction.encoded().bytes());
    if (!again.equals(new Decoded.Value<>(transaction))) {
      throw new IllegalStateException("a transaction that does not read back as the same");
    }
    return new Built.Ready(transaction);
  }
}
