// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

/// Whether what a market offers is what the buyer asked for and what the chain has.
public sealed interface Offer {
  /// It is; these terms may be signed.
  record Genuine(PurchaseTerms terms) implements Offer {}

  /// It is not, or cannot be shown to be; nothing may be signed.
  record Refused(Code code) implements Offer {}

  /// Why an offer is refused.
  enum Code {
    /// The market speaks of another edition than asked for.
    EDITION_DIFFERS("edition_differs"),
    /// The edition lies in another channel than asked for or read.
    CHANNEL_DIFFERS("channel_differs"),
    /// The contract is no channel of the pinned factory.
    CHANNEL_NOT_GENUINE("channel_not_genuine"),
    /// The chain has no such edition.
    EDITION_UNKNOWN("edition_unknown"),
    /// The edition is for another work.
    ASSET_DIFFERS("asset_differs"),
    /// No statements of the work's creator are at hand.
    WORK_UNKNOWN("work_unknown"),
    /// The creator's terms do not name this edition as a way to the work.
    EDITION_NOT_IN_TERMS("edition_not_in_terms"),
    /// Another token than the buyer agreed to, or than the chain wants.
    PAY_TOKEN_DIFFERS("pay_token_differs"),
    /// The market names another price than the chain.
    PRICE_DIFFERS("price_differs"),
    /// The price is above what the buyer agreed to.
    PRICE_ABOVE_LIMIT("price_above_limit"),
    /// The royalty table has not the hash that the chain has.
    ROYALTY_TABLE_DIFFERS("royalty_table_differs"),
    /// Resale royalty, transferability or supply differ from the chain's.
    TERMS_DIFFER("terms_differ"),
    /// The channel's own sales rest.
    SALES_PAUSED("sales_paused"),
    /// Fewer units are left than wanted.
    SOLD_OUT("sold_out"),
    /// The listing is for other units than wanted.
    LISTING_DIFFERS("listing_differs"),
    /// The seller's account did not sign this listing.
    LISTING_SIGNATURE_INVALID("listing_signature_invalid"),
    /// The listing has expired at the block that was read.
    LISTING_EXPIRED("listing_expired"),
    /// The listing was filled or cancelled.
    LISTING_USED("listing_used"),
    /// The seller no longer holds the units.
    SELLER_LACKS_UNITS("seller_lacks_units");

    private final String text;

    Code(String text) {
      this.text = text;
    }

    /// The stable code as it goes on the wire.
    public String text() {
      return text;
    }
  }
}
