// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import org.elastos.smartweb.chain.EvmAddress;

/// One holder of an edition's royalties.
///
/// @param share parts per million of what the edition earns
public record RoyaltyShare(EvmAddress holder, int share) {
  /// @throws IllegalArgumentException for the zero address or a share outside 1 to a million
  public RoyaltyShare {
    if (holder.isZero() || share <= 0 || share > RoyaltyTable.WHOLE) {
      throw new IllegalArgumentException("a royalty share has a holder and a positive part");
    }
  }
}
