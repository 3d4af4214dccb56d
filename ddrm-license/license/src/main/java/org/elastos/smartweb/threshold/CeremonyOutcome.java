// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.util.List;
import org.elastos.smartweb.chain.Hash256;

/// What a ceremony ends in, the same for everybody.
public sealed interface CeremonyOutcome {
  /// The epoch's public keys, the dealers they come from, the transcript, and who did wrong.
  record Agreed(EpochKeys keys, List<Integer> qualified, Hash256 transcript, List<Fault> faults)
      implements CeremonyOutcome {
    /// Copies the lists.
    public Agreed {
      qualified = List.copyOf(qualified);
      faults = List.copyOf(faults);
    }
  }

  /// No key; the ceremony is to be started anew.
  record Failed(Reason reason, List<Fault> faults) implements CeremonyOutcome {
    /// Copies the list.
    public Failed {
      faults = List.copyOf(faults);
    }
  }

  /// Why there is no key.
  enum Reason {
    /// Fewer than t dealers are left.
    TOO_FEW_DEALERS,
    /// A sum is the identity, or the key handed on is not the running one: honest dealers meet the
    /// first with negligible probability and never the second.
    IDENTITY
  }
}
