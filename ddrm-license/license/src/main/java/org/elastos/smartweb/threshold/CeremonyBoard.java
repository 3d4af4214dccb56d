// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.util.Optional;
import org.elastos.smartweb.chain.Reading;

/// Port to the committee's board as its ceremonies see it: who is to do what in which epoch, the
/// ordered messages, and the outcome. Each attempt has an epoch of its own, from 1. Whoever reads
/// the same block reads the same. Safe for many threads.
public interface CeremonyBoard {
  /// The contract, as proofs name it.
  CeremonyTerms.Board name();

  /// The newest ceremony's epoch, 0 before the first.
  Reading<Long> currentEpoch();

  /// What the ceremony of this epoch is about; empty before it has begun, or while a member's key
  /// is not a key.
  Reading<Optional<CeremonyTerms>> terms(long epoch);

  /// Where the ceremony of this epoch stands.
  Reading<BoardState> state(long epoch);

  /// The keys that the confirmations of this epoch agreed on; empty unless it was activated.
  Reading<Optional<EpochKeys>> keys(long epoch);
}
