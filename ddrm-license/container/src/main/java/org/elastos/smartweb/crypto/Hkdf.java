// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.elastos.smartweb.chain.SecretBytes;

/// HKDF with SHA-256 (RFC 5869). Stateless.
public final class Hkdf {
  /// Length of the keys used throughout, in bytes.
  public static final int KEY_BYTES = 32;

  private Hkdf() {}

  /// Extracts and expands to a key of 32 bytes.
  public static SecretBytes key(SecretBytes secret, byte[] salt, byte[] info) {
    return secret.use(ikm -> SecretBytes.take(derive(ikm, salt, info, KEY_BYTES)));
  }

  /// Extracts and expands to `length` bytes.
  ///
  /// @throws CryptoException when the length is out of range (1 to 8160)
  public static byte[] derive(byte[] ikm, byte[] salt, byte[] info, int length) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract().addIKM(ikm).addSalt(salt).thenExpand(info, length));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new CryptoException("HKDF refused its parameters", e);
    }
  }
}
