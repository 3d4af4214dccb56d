// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.ela.tx.DposBlock;

/// Port to one place that hands out blocks. Nothing it says is believed: blocks go to the verifier,
/// whole, so that none of their transactions can be left out. Blocks its caller, within its own
/// limits of time and size; used by one thread at a time.
public interface BlockSource extends AutoCloseable {
  /// How logs, alarms and answers call it.
  String name();

  /// The blocks that follow the newest of our blocks that it has.
  ///
  /// @param locator blocks of our chain, newest first, thinning out, ending with the oldest that
  ///   may still be undone; at least one
  /// @param most how many to hand out at most
  Fetched blocksAfter(List<ChainPosition> locator, int most);

  /// Ends what it has open; the next question opens it again.
  @Override
  void close();

  /// What came of asking.
  sealed interface Fetched {
    /// Blocks in ascending order, whose headers claim to follow each other; none when it has
    /// nothing newer.
    ///
    /// @param claimedHeight how far it says that its chain goes, for showing progress only
    record Blocks(List<DposBlock> blocks, Optional<Long> claimedHeight) implements Fetched {
      /// Keeps a copy.
      public Blocks {
        blocks = List.copyOf(blocks);
      }
    }

    /// No usable answer.
    record Failed(SourceFailure failure) implements Fetched {}
  }
}
