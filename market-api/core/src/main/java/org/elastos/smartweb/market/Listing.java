// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.math.BigInteger;
import java.util.List;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.crypto.Eip712;

/// An owner's offer to resell units of an edition, exactly as the channel contract reads it.
///
/// @param price for all units together
/// @param nonce works once for this seller in this channel
/// @param expiry last second at which it can be filled, in Unix time; this and the quantity fit a
///   positive `long`, though the contract counts to 2^64
public record Listing(
    EvmAddress seller,
    EditionId edition,
    BigInteger quantity,
    TokenAmount price,
    BigInteger nonce,
    BigInteger expiry) {
  private static final String TYPE =
      "Listing(address seller,uint256 editionId,uint64 quantity,address payToken,uint256 price,"
          + "uint256 nonce,uint64 expiry)";
  private static final int QUANTITY_BITS = 63;
  private static final int PRICE_BITS = 128;

  /// @throws IllegalArgumentException for what no channel fills: no seller, no units, no price, or
  ///   numbers out of range
  public Listing {
    requireUint(quantity, QUANTITY_BITS);
    requireUint(expiry, QUANTITY_BITS);
    requireUint(price.units(), PRICE_BITS);
    requireUint(nonce, 256);
    if (seller.isZero() || quantity.signum() == 0 || price.units().signum() == 0) {
      throw new IllegalArgumentException("a listing has a seller, units and a price");
    }
  }

  /// The digest that the seller signs (EIP-712), bound to one channel on one chain.
  public Hash256 digest(ChannelRef channel) {
    Eip712.Domain domain =
        Eip712.Domain.of("SmartWeb Channel", "1", channel.chain(), channel.address());
    return Eip712.digest(domain, struct());
  }

  private Hash256 struct() {
    return Eip712.struct(
        TYPE,
        List.of(
            Eip712.address(seller),
            edition.hash(),
            Eip712.uint(quantity),
            Eip712.address(price.token()),
            Eip712.uint(price.units()),
            Eip712.uint(nonce),
            Eip712.uint(expiry)));
  }

  private static void requireUint(BigInteger number, int bits) {
    if (number.signum() < 0 || number.bitLength() > bits) {
      throw new IllegalArgumentException("a number of the listing is out of range");
    }
  }
}
