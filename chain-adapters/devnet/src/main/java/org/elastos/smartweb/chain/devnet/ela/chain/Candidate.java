// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import java.util.List;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;

/// A block without proof: what a merge miner works on. Immutable.
public record Candidate(ElaHeader.Fields fields, List<ElaTransaction> transactions) {
  /// Copies the list.
  public Candidate {
    transactions = List.copyOf(transactions);
  }

  /// The hash to commit to.
  public Hash256 hash() {
    return fields.hash();
  }
}
