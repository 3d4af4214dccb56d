// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service;

import java.math.BigInteger;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmCall;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.contracts.abi.ContractCall;
import org.elastos.smartweb.contracts.generated.ChannelCalls;
import org.elastos.smartweb.contracts.generated.Listing;
import org.elastos.smartweb.market.PurchaseTerms;
import org.elastos.smartweb.market.SignedListing;

/// Builds what a buyer sends from terms that were found genuine, and from nothing else (decision
/// C7). Stateless.
public final class PurchaseCalls {
  private PurchaseCalls() {}

  /// The purchase or, when the terms have a listing, its fill.
  ///
  /// @param recipient who gets the units
  public static EvmTransaction transaction(PurchaseTerms terms, EvmAddress recipient) {
    ContractCall call =
        terms
            .listing()
            .<ContractCall>map(listing -> fill(terms, listing, recipient))
            .orElseGet(() -> buy(terms, recipient));
    EvmCall addressed = call.on(terms.channel().address());
    return EvmTransaction.call(
        addressed, terms.total().isNative() ? terms.total().units() : BigInteger.ZERO);
  }

  /// A listing as the contract takes it.
  public static Listing listing(org.elastos.smartweb.market.Listing listing) {
    return new Listing(
        listing.seller(),
        listing.edition(),
        listing.quantity().longValueExact(),
        listing.price().token(),
        listing.price().units(),
        listing.nonce(),
        listing.expiry().longValueExact());
  }

  private static ContractCall buy(PurchaseTerms terms, EvmAddress recipient) {
    return new ChannelCalls.Buy(
        terms.edition(),
        terms.quantity().longValueExact(),
        recipient,
        terms.unitPrice(),
        deed(terms));
  }

  private static ContractCall fill(
      PurchaseTerms terms, SignedListing listing, EvmAddress recipient) {
    return new ChannelCalls.Fill(
        listing(listing.listing()), listing.signature(), recipient, deed(terms));
  }

  private static Bytes deed(PurchaseTerms terms) {
    return terms.royalties().deed();
  }
}
