// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.store;

/// Whether the market takes what a stranger posted.
public enum Verdict {
  /// It is kept now, or was before.
  TAKEN("taken", 201),
  /// The catalogue has no such edition (yet).
  EDITION_UNKNOWN("edition_unknown", 404),
  /// The listing is for another chain or channel than its edition's.
  CHANNEL_DIFFERS("channel_differs", 422),
  /// The listing wants another token than the edition.
  PAY_TOKEN_DIFFERS("pay_token_differs", 422),
  /// The seller's account did not sign this listing.
  LISTING_SIGNATURE_INVALID("listing_signature_invalid", 422),
  /// The listing has expired.
  LISTING_EXPIRED("listing_expired", 422),
  /// The listing's nonce was used.
  LISTING_USED("listing_used", 409),
  /// The seller does not hold the units.
  SELLER_LACKS_UNITS("seller_lacks_units", 409),
  /// The seller has too many open listings of this edition.
  TOO_MANY_LISTINGS("too_many_listings", 429),
  /// Core or statements are damaged, unsigned or do not belong together.
  WORK_INVALID("work_invalid", 422),
  /// Another statement already holds that place.
  STATEMENT_FORK("statement_fork", 409),
  /// No edition points to this file.
  CID_UNKNOWN("cid_unknown", 404),
  /// The address is not one that strangers may be sent to.
  URL_NOT_PUBLIC("url_not_public", 422),
  /// Enough providers of this file are known.
  TOO_MANY_PROVIDERS("too_many_providers", 429);

  private final String code;
  private final int status;

  Verdict(String code, int status) {
    this.code = code;
    this.status = status;
  }

  /// The stable code as it goes on the wire.
  public String code() {
    return code;
  }

  /// The HTTP status that fits.
  public int status() {
    return status;
  }
}
