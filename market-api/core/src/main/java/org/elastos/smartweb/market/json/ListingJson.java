// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.crypto.Secp256k1Signatures;
import org.elastos.smartweb.market.Listing;
import org.elastos.smartweb.market.SignedListing;

/// A signed listing as JSON.
public final class ListingJson {
  private ListingJson() {}

  /// Writes a listing, with its id for convenience.
  public static ObjectNode write(SignedListing signed) {
    Listing listing = signed.listing();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    EditionJson.writeChannel(json, signed.channel());
    return json.put("listingId", signed.id().toString())
        .put("seller", listing.seller().toString())
        .put("editionId", listing.edition().toString())
        .put("quantity", listing.quantity().toString())
        .put("payToken", listing.price().token().toString())
        .put("price", listing.price().units().toString())
        .put("nonce", listing.nonce().toString())
        .put("expiry", listing.expiry().toString())
        .put("signature", signed.signature().toString());
  }

  /// Reads a listing; its signature is not checked, a listing id is not looked at.
  ///
  /// @throws JsonShapeException when it is none
  public static SignedListing read(JsonFields json) {
    Listing listing =
        JsonFields.value(
            "listing",
            () ->
                new Listing(
                    json.address("seller"),
                    new EditionId(json.hash("editionId")),
                    json.uint("quantity", 64),
                    new TokenAmount(json.address("payToken"), json.uint("price", 128)),
                    json.uint("nonce", 256),
                    json.uint("expiry", 64)));
    return new SignedListing(
        EditionJson.readChannel(json),
        listing,
        json.hex("signature", Secp256k1Signatures.SIGNATURE_BYTES));
  }
}
