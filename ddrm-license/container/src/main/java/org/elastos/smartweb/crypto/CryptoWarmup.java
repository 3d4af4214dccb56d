// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Makes the platform compile its AES-GCM and SHA-256 before the first large file needs them: its
/// fast paths only work from compiled callers, and without this the first gibibyte takes several
/// times as long. Takes about a quarter of a second once; run it on a thread of its own at start.
/// Stateless.
public final class CryptoWarmup {
  private static final int ROUNDS = 6000;

  private CryptoWarmup() {}

  /// Encrypts, decrypts and hashes small pieces until the compiler has seen enough.
  ///
  /// @return how many pieces
  public static int run() {
    byte[] piece = new byte[1024];
    byte[] sealed = new byte[piece.length + AesGcm.TAG_BYTES];
    byte[] nonce = new byte[AesGcm.NONCE_BYTES];
    MessageDigest digest = Sha256.digest();
    try {
      SecretKeySpec key = new SecretKeySpec(new byte[Hkdf.KEY_BYTES], "AES");
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      for (int i = 0; i < ROUNDS; i++) {
        nonce[i & 3] = (byte) (i >> 2);
        nonce[4 + (i & 3)]++;
        GCMParameterSpec parameters = new GCMParameterSpec(AesGcm.TAG_BYTES * Byte.SIZE, nonce);
        cipher.init(Cipher.ENCRYPT_MODE, key, parameters);
        cipher.doFinal(piece, 0, piece.length, sealed, 0);
        cipher.init(Cipher.DECRYPT_MODE, key, parameters);
        cipher.doFinal(sealed, 0, sealed.length, piece, 0);
        digest.update(sealed);
      }
      digest.digest();
      return ROUNDS;
    } catch (GeneralSecurityException e) {
      throw new CryptoException("the platform lacks AES-GCM", e);
    }
  }
}
