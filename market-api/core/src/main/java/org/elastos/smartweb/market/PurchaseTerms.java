// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.math.BigInteger;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.ddrm.AssetId;

/// What may be signed: every member stands in the buyer's wish or on the chain, none rests on the
/// market's word. Call data is built from these and from nothing else.
///
/// @param total for all units together, in the token of the edition
/// @param royalties the table that the channel wants to see, checked against its hash on chain
/// @param listing the owner's listing to fill; empty for a sale by the channel
/// @param at the block at which the chain said so
public record PurchaseTerms(
    ChannelRef channel,
    EditionId edition,
    AssetId assetId,
    BigInteger quantity,
    TokenAmount total,
    RoyaltyTable royalties,
    Optional<SignedListing> listing,
    BlockRef at) {
  /// What one unit costs at most, as the channel wants to hear it. For sales by the channel.
  public BigInteger unitPrice() {
    return total.units().divide(quantity);
  }
}
