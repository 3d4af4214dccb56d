// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;

/// A creator's contract: its chain and its address there.
public record ChannelRef(ChainId chain, EvmAddress address) {
  @Override
  public String toString() {
    return chain + ":" + address;
  }
}
