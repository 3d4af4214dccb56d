// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.ddrm.Condition;

/// Port to rights on chains, as a quorum of each chain's sources tells them. Safe for many threads.
public interface RightsReader {
  /// The newest and the final agreed block of a chain; a chain that this node does not follow is
  /// `sources_unavailable`.
  Reading<Heads> heads(ChainId chain);

  /// Whether the holder has access by this condition at exactly this block.
  Reading<Right> right(Condition.HoldsEdition condition, EvmAddress holder, BlockRef at);
}
