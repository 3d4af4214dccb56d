// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.bundle;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;

/// A developer's Ed25519 signature over a release id.
///
/// @param key public key, 32 bytes
/// @param value signature, 64 bytes
public record ReleaseSignature(Bytes key, Bytes value) {
  private static final String TAG = "smartweb/v1/capsule-release";

  /// Signs a release id with the key of this seed.
  public static ReleaseSignature sign(Hash256 releaseId, SecretBytes seed) {
    return new ReleaseSignature(
        Ed25519.publicKey(seed), Ed25519.sign(seed, TAG, releaseId.bytes()));
  }

  /// Whether the signature is this key's over that release id.
  public boolean verifies(Hash256 releaseId) {
    return Ed25519.verify(key, TAG, releaseId.bytes(), value);
  }
}
