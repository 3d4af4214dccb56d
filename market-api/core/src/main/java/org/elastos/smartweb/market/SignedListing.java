// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Wallet;
import org.elastos.smartweb.crypto.Secp256k1Signatures;

/// A listing with the seller's signature over its digest.
public record SignedListing(ChannelRef channel, Listing listing, Bytes signature) {
  /// Signs a listing of one's own.
  ///
  /// @throws IllegalArgumentException when the wallet is not the seller's
  public static SignedListing sign(ChannelRef channel, Listing listing, Wallet wallet) {
    if (!wallet.address().equals(listing.seller())) {
      throw new IllegalArgumentException("only the seller signs a listing");
    }
    return new SignedListing(channel, listing, wallet.signDigest(listing.digest(channel)));
  }

  /// Names the listing: its digest.
  public Hash256 id() {
    return listing.digest(channel);
  }

  /// Whether the seller's own account signed exactly this, with low s. Contracts that sign
  /// (ERC-1271) cannot be checked without their chain and are not recognised here.
  public boolean hasValidSignature() {
    return Secp256k1Signatures.recover(id(), signature)
        .filter(listing.seller()::equals)
        .isPresent();
  }
}
