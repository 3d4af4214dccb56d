// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.List;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmLog;

/// A block of the chain in memory.
record InMemoryBlock(LinkedBlock link, List<InMemoryTx> txs, List<EvmLog> logs) {
  BlockRef ref() {
    return link.ref();
  }

  /// The events of these blocks that somebody asked for.
  static List<EvmLog> chosen(LogSelection selection, List<InMemoryBlock> from) {
    return from.stream()
        .flatMap(block -> block.logs().stream())
        .filter(log -> selection.contracts().contains(log.address()))
        .filter(log ->
            selection.firstTopics().isEmpty()
                || selection.firstTopics().contains(log.topics().getFirst()))
        .toList();
  }
}
