// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.elastos.smartweb.chain.Hash256;

/// SHA-256 (FIPS 180-4). Stateless.
public final class Sha256 {
  private Sha256() {}

  /// Hashes the concatenation of the parts.
  public static Hash256 of(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return Hash256.of(digest.digest());
  }

  /// A fresh running digest, for streams.
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new CryptoException("the platform lacks SHA-256", e);
    }
  }
}
