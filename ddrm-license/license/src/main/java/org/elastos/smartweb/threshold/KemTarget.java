// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.TaggedHash;

/// What a threshold header is bound to: the committee's key hash, the asset and the policy. Its
/// label is never transmitted, always recomputed (decision A4).
public record KemTarget(Hash256 gk, Hash256 asset, Hash256 policyHash) {
  /// H(`smartweb/v1/label`; suite, gk, assetId, policyHash).
  public Hash256 label() {
    return TaggedHash.hash(
        "smartweb/v1/label", Suite.id(), gk.bytes(), asset.bytes(), policyHash.bytes());
  }
}
