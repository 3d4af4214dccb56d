// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.math.BigInteger;
import java.util.Optional;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.ddrm.AssetId;

/// What a buyer asked for, in the buyer's own words, before any market was asked.
///
/// @param channel the channel, when the buyer knows it
/// @param assetId the work, when the buyer knows it
/// @param quantity units wanted
/// @param limit the token, and the most to be paid in it for all units together
public record Wish(
    EditionId edition,
    Optional<ChannelRef> channel,
    Optional<AssetId> assetId,
    BigInteger quantity,
    TokenAmount limit) {
  /// @throws IllegalArgumentException without units, or with more than a channel counts
  public Wish {
    if (quantity.signum() <= 0 || quantity.bitLength() > 64) {
      throw new IllegalArgumentException("a wish is for at least one unit");
    }
  }
}
