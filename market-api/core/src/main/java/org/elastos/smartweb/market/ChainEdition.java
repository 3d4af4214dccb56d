// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.math.BigInteger;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.ddrm.AssetId;

/// An edition as the buyer's own quorum of sources read it from the channel, at one block.
///
/// @param channelCode the code that lies at the channel's address
/// @param state what the channel answered
public record ChainEdition(
    ChannelRef channel, EditionId id, Bytes channelCode, State state, BlockRef at) {
  /// What a channel's `edition` function answers.
  ///
  /// @param tableHash see {@link RoyaltyTable#hash()}
  public record State(
      AssetId assetId,
      TokenAmount price,
      BigInteger maxSupply,
      BigInteger sold,
      int royaltyBps,
      boolean transferable,
      boolean pushRoyalties,
      boolean paused,
      Hash256 tableHash) {}

  /// Units that the channel may still sell.
  BigInteger left() {
    BigInteger limit =
        state.maxSupply().signum() == 0
            ? BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE)
            : state.maxSupply();
    return limit.subtract(state.sold());
  }
}
