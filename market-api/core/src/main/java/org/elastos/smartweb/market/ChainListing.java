// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.math.BigInteger;

/// What the buyer's own quorum read about a listing at the same block as the edition.
///
/// @param nonceUsed whether the listing's nonce was filled or cancelled
/// @param sellerBalance units of the edition that the seller holds
public record ChainListing(ChainEdition edition, boolean nonceUsed, BigInteger sellerBalance) {}
