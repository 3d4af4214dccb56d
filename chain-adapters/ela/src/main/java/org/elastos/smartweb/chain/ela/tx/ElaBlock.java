// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;

/// A block: header and transactions. Says nothing about whether they belong together. Immutable.
public record ElaBlock(ElaHeader header, List<ElaTransaction> transactions) {
  /// Copies the list.
  public ElaBlock {
    transactions = List.copyOf(transactions);
  }

  /// Reads a block as part of something larger.
  public static ElaBlock read(ElaReader in) {
    ElaHeader header = ElaHeader.read(in);
    int count = in.count32(ElaTransaction.LEAST_BYTES, "transactions");
    return new ElaBlock(header, in.items(count, ElaTransaction::read));
  }

  /// Writes the exact bytes.
  public void write(ElaWriter out) {
    header.write(out);
    out.u32(transactions.size()).items(transactions, (to, each) -> each.write(to));
  }

  /// The exact bytes.
  public Bytes encoded() {
    ElaWriter out = new ElaWriter();
    write(out);
    return out.toBytes();
  }
}
