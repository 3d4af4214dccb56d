// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.math.BigInteger;
import org.elastos.smartweb.chain.TokenAmount;

/// What an edition costs and what a resale owes.
///
/// @param price of one unit
/// @param maxSupply units that may ever be sold; zero means without limit
/// @param royalties who shares each sale
/// @param royaltyBps what a resale owes to those holders, in hundredths of a per cent
/// @param transferable whether units may move outside the channel's own functions
/// @param pushRoyalties whether holders are paid in the sale itself
public record SaleTerms(
    TokenAmount price,
    BigInteger maxSupply,
    RoyaltyTable royalties,
    int royaltyBps,
    boolean transferable,
    boolean pushRoyalties) {
  /// The most that a resale may owe, in hundredths of a per cent.
  public static final int MAX_ROYALTY_BPS = 5_000;

  /// @throws IllegalArgumentException for terms that no channel accepts
  public SaleTerms {
    if (royaltyBps < 0 || royaltyBps > MAX_ROYALTY_BPS || maxSupply.signum() < 0) {
      throw new IllegalArgumentException("no channel accepts these terms");
    }
  }

  /// The same terms at another price in the same token.
  public SaleTerms withPrice(BigInteger units) {
    return new SaleTerms(
        new TokenAmount(price.token(), units),
        maxSupply,
        royalties,
        royaltyBps,
        transferable,
        pushRoyalties);
  }
}
