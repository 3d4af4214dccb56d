// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.license;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;

/// A delegation as its owner sees it.
///
/// @param hash SHA-256 of the text
/// @param committees group keys (gk) that it covers
public record StoredDelegation(
    Hash256 hash,
    EvmAddress wallet,
    List<Hash256> committees,
    Instant issuedAt,
    Instant expiresAt,
    Optional<Instant> revokedAt) {
  /// Keeps a copy.
  public StoredDelegation {
    committees = List.copyOf(committees);
  }
}
