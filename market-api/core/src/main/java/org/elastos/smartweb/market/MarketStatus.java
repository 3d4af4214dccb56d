// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;

/// How far a market has followed its chain. Heights are block numbers, -1 before the first block.
///
/// @param factory whose channels it follows
/// @param indexed the newest block whose events are in the catalogue
/// @param head the newest block that the market knows of
/// @param finalized the newest final block that it knows of
/// @param ready whether the lag is small enough for the catalogue to be of use
public record MarketStatus(
    ChainId chain, EvmAddress factory, long indexed, long head, long finalized, boolean ready) {
  /// Blocks that the catalogue is behind.
  public long lag() {
    return Math.max(0, head - indexed);
  }
}
