// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.store;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.market.SignedListing;

/// A place among an edition's listings, cheapest first.
public record ListingCursor(BigInteger price, Hash256 id) {
  /// Before the cheapest.
  public static final ListingCursor START = new ListingCursor(BigInteger.ZERO, Hash256.ZERO);

  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,39})\\.([0-9a-f]{64})");

  /// Reads what a client brought back.
  public static Optional<ListingCursor> parse(String text) {
    Matcher parts = SHAPE.matcher(text);
    return parts.matches()
        ? Optional.of(
            new ListingCursor(new BigInteger(parts.group(1)), Hash256.fromHex(parts.group(2))))
        : Optional.empty();
  }

  static ListingCursor of(SignedListing listing) {
    return new ListingCursor(listing.listing().price().units(), listing.id());
  }

  @Override
  public String toString() {
    return price + "." + id.hex();
  }
}
