// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.util.Comparator;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TxHash;

/// Where an event stands in a chain. Ordered by height, then by its index in the block.
public record EventPosition(long block, Hash256 blockHash, TxHash transaction, int logIndex)
    implements Comparable<EventPosition> {
  private static final Comparator<EventPosition> ORDER =
      Comparator.comparingLong(EventPosition::block).thenComparingInt(EventPosition::logIndex);

  @Override
  public int compareTo(EventPosition other) {
    return ORDER.compare(this, other);
  }
}
