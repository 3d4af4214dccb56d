// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.List;
import org.elastos.smartweb.chain.Hash256;

/// What one offered block does to the chain. Immutable.
public sealed interface ChainStep {
  /// The block is above the best one and is now the best.
  record Extended(ChainPoint point) implements ChainStep {}

  /// The block holds, but its branch is not the best. Store it beside.
  record Branched(ChainPoint point) implements ChainStep {}

  /// The block's branch is now the best.
  ///
  /// @param fork the last block that both branches have
  /// @param dropped the blocks that were best above the fork, highest first
  /// @param adopted the blocks of the branch above the fork, lowest first, the new one included
  record Reorganised(
      ChainPoint point, ChainPoint fork, List<Hash256> dropped, List<Hash256> adopted)
      implements ChainStep {
    /// Keeps copies.
    public Reorganised {
      dropped = List.copyOf(dropped);
      adopted = List.copyOf(adopted);
    }
  }

  /// The block is stored already.
  record Known(ChainPoint point) implements ChainStep {}

  /// The block before it is not stored.
  record Orphan(Hash256 previous) implements ChainStep {}

  /// The block breaks a rule.
  record Rejected(Verdict.Invalid reason) implements ChainStep {}

  /// The block holds and its branch would win, but adopting it would undo what counts as final. The
  /// chain stays as it is and people must be told. Store the block beside, if only as evidence.
  ///
  /// @param depth how many best blocks it would undo; for one that leaves below what is final, the
  ///   least that this can be
  record Contradicted(Alarm alarm, ChainPoint point, long depth) implements ChainStep {}

  /// Why a winning branch is not adopted.
  enum Alarm {
    /// It would undo a block that the arbiters confirmed.
    FINALITY_CONTRADICTED("finality_contradicted"),
    /// By work alone it would undo more blocks than the operator's policy allows, or blocks that
    /// are final by depth.
    TOO_DEEP("reorganisation_too_deep");

    private final String code;

    Alarm(String code) {
      this.code = code;
    }

    /// The stable code.
    public String code() {
      return code;
    }
  }
}
