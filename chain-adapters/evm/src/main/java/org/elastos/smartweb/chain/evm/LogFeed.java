// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.List;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.LogFilter;
import org.elastos.smartweb.chain.Reading;

/// Port to what a follower of events asks of a chain. Blocks; safe from many threads.
public interface LogFeed {
  /// Which chain.
  ChainId chain();

  /// The newest and the final block.
  Reading<Heads> heads();

  /// The blocks at these heights, in their order.
  Reading<List<LinkedBlock>> blocks(List<Long> numbers);

  /// The events of a range of blocks that are final.
  ///
  /// @param end the agreed block at the end of the range
  LogReading logs(LogFilter filter, BlockRef end);

  /// The events of exactly these blocks, which follow each other and need not be final.
  LogReading logs(LogSelection selection, List<BlockRef> blocks);

  /// Somebody has to look at this.
  void raise(ChainAlarm.Kind kind, String question);
}
