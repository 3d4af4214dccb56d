// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;

/// A block as a source gives it. Nothing in it is believed. Immutable.
public record BlockOffer(ElaHeader header, Contents contents, Optional<Confirm> confirm) {
  /// What a source shows of a block's transactions.
  public sealed interface Contents {}

  /// All of them.
  public record Whole(List<ElaTransaction> transactions) implements Contents {
    /// Keeps a copy.
    public Whole {
      transactions = List.copyOf(transactions);
    }
  }

  /// Those that a filter matched, the coinbase among them, with their proof. What a source holds
  /// back can only stop us: a set that we did not see announced signs confirms that we refuse.
  public record Filtered(PartialMerkleTree tree, List<ElaTransaction> transactions)
      implements Contents {
    /// Keeps a copy.
    public Filtered {
      transactions = List.copyOf(transactions);
    }
  }

  /// None of them.
  public record HeaderOnly() implements Contents {}
}
