// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.AesGcm;
import org.elastos.smartweb.crypto.Hkdf;
import org.elastos.smartweb.crypto.TaggedHash;

/// Seals exactly one 32-byte secret under a key derived from a shared point: HKDF-SHA-256, then
/// AES-256-GCM with nonce zero, as every derived key is used once. Stateless.
final class KeyWrap {
  /// Length of a sealed 32-byte secret.
  static final int SEALED_BYTES = 48;

  private static final byte[] NONCE = new byte[AesGcm.NONCE_BYTES];

  private KeyWrap() {}

  /// What makes the derived key unique: the shared point, a salt that names the purpose, and info.
  record Context(GroupElement shared, String salt, Bytes info, Bytes associated) {
    SecretBytes key() {
      return SecretBytes.take(
          Hkdf.derive(shared.bytes(), TaggedHash.ascii(salt), info.bytes(), Hkdf.KEY_BYTES));
    }
  }

  static byte[] seal(Context context, byte[] secret) {
    try (SecretBytes key = context.key()) {
      return AesGcm.seal(key, NONCE, context.associated().bytes(), secret);
    }
  }

  /// Empty when the tag does not match.
  static Optional<SecretBytes> open(Context context, byte[] sealed) {
    try (SecretBytes key = context.key()) {
      return AesGcm.open(key, NONCE, context.associated().bytes(), sealed).map(SecretBytes::take);
    }
  }
}
