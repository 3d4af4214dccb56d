// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.util.Optional;
import org.elastos.smartweb.chain.EditionId;

/// What a market claims about an offer. Nothing of it is believed.
///
/// @param edition the edition as the market tells it
/// @param listing an owner's listing, when this is about a resale
/// @param work statements of the work's creator; their signatures were checked when this value was
///   made, their meaning was not
public record Claim(Edition edition, Optional<SignedListing> listing, Optional<Work> work) {
  boolean isAbout(EditionId id) {
    return edition.id().equals(id)
        && listing.map(signed -> signed.listing().edition().equals(id)).orElse(true);
  }
}
