// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.store;

import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.EvmLog;

/// The events of the blocks that follow the newest indexed one.
///
/// @param after the newest indexed block, empty at the very start
/// @param blocks what to remember of the new blocks, ascending; the last one is the new tip
/// @param events ascending
/// @param finalized height up to which blocks are final and need not be remembered
public record EventBatch(
    Optional<FollowedBlock> after,
    List<FollowedBlock> blocks,
    List<EvmLog> events,
    long finalized) {
  /// Keeps copies of the lists.
  public EventBatch {
    blocks = List.copyOf(blocks);
    events = List.copyOf(events);
  }
}
