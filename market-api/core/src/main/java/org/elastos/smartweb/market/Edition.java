// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.math.BigInteger;
import java.util.Optional;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.ddrm.AssetId;

/// An edition as the events of its channel tell it.
///
/// @param assetId names the work (decision A1); the channel never changes it
/// @param sold units sold so far by the channel itself
/// @param paused whether new sales by the channel rest; resale goes on
/// @param contentUri where the file lay when the creator last said so; empty when the text on chain
///   is no `ipfs://` address
/// @param created the event that opened it
public record Edition(
    ChannelRef channel,
    EditionId id,
    AssetId assetId,
    SaleTerms terms,
    BigInteger sold,
    boolean paused,
    Optional<ContentUri> contentUri,
    EventPosition created) {
  /// This edition after something that its creator or a buyer did.
  Edition with(
      SaleTerms newTerms, BigInteger newSold, boolean nowPaused, Optional<ContentUri> newUri) {
    return new Edition(channel, id, assetId, newTerms, newSold, nowPaused, newUri, created);
  }
}
