// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.Refusal;

/// A block: header and transactions. Says nothing about whether they belong together. Immutable.
///
/// Reading keeps the node's limits: at most {@link #MOST_TRANSACTIONS}, which is checked before the
/// first is read, and {@link #MOST_BYTES}, which is checked before reading where a block stands
/// alone and after each transaction where it is part of something larger.
public record ElaBlock(ElaHeader header, List<ElaTransaction> transactions) {
  /// The most transactions that a block may have.
  public static final int MOST_TRANSACTIONS = Limits.TRANSACTIONS;

  /// The most bytes that a block may have, header and transactions together.
  public static final int MOST_BYTES = Limits.BLOCK + Limits.HEADER;

  /// Copies the list.
  public ElaBlock {
    transactions = List.copyOf(transactions);
  }

  /// Reads a block as part of something larger.
  public static ElaBlock read(ElaReader in) {
    int start = in.position();
    ElaHeader header = ElaHeader.read(in);
    refuseUnless(in.position() - start <= Limits.HEADER, in, "header");
    int count = in.count32(ElaTransaction.LEAST_BYTES, "transactions");
    refuseUnless(count <= MOST_TRANSACTIONS, in, "transactions");
    return new ElaBlock(
        header,
        in.items(
            count,
            each -> {
              ElaTransaction transaction = ElaTransaction.read(each);
              refuseUnless(each.position() - start <= MOST_BYTES, each, "block");
              return transaction;
            }));
  }

  private static void refuseUnless(boolean within, ElaReader in, String field) {
    if (!within) {
      throw in.refusal(Refusal.LENGTH_OUT_OF_BOUNDS, field);
    }
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
