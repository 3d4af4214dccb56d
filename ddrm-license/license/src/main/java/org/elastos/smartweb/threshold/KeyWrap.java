// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.elastos.smartweb.chain.Bytes;

/// Seals exactly one 32-byte secret under a key derived from a shared point: HKDF-SHA-256, then
/// AES-256-GCM with nonce zero, as every derived key is used once. Stateless.
final class KeyWrap {
  /// Length of a sealed 32-byte secret.
  static final int SEALED_BYTES = 48;

  private KeyWrap() {}

  /// What makes the derived key unique: the shared point, a salt that names the purpose, and info.
  record Context(GroupElement shared, String salt, Bytes info, Bytes associated) {}

  static byte[] seal(Context context, byte[] secret) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, context).doFinal(secret);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("AES-256-GCM failed to seal", broken);
    }
  }

  /// Empty when the tag does not match.
  static Optional<byte[]> open(Context context, byte[] sealed) {
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, context).doFinal(sealed));
    } catch (AEADBadTagException otherKey) {
      return Optional.empty();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("AES-256-GCM failed to open", broken);
    }
  }

  private static Cipher cipher(int mode, Context context) throws GeneralSecurityException {
    byte[] key =
        KDF.getInstance("HKDF-SHA256")
            .deriveData(
                HKDFParameterSpec.ofExtract()
                    .addIKM(context.shared().bytes())
                    .addSalt(context.salt().getBytes(StandardCharsets.US_ASCII))
                    .thenExpand(context.info().bytes(), 32));
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, new byte[12]));
      cipher.updateAAD(context.associated().bytes());
      return cipher;
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }
}
