// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.elastos.smartweb.chain.SecretBytes;

/// AES-256-GCM with nonces of 12 bytes and tags of 16 bytes, for short messages in one piece.
/// Stateless. The caller never uses a nonce twice under one key.
public final class AesGcm {
  /// Length of the tag that follows the ciphertext, in bytes.
  public static final int TAG_BYTES = 16;

  /// Length of a nonce, in bytes.
  public static final int NONCE_BYTES = 12;

  private AesGcm() {}

  /// Encrypts; the tag follows the ciphertext.
  public static byte[] seal(SecretBytes key, byte[] nonce, byte[] aad, byte[] plain) {
    return key.use(raw -> {
      try {
        return run(Cipher.ENCRYPT_MODE, new Parameters(raw, nonce, aad), plain);
      } catch (GeneralSecurityException e) {
        throw new CryptoException("AES-GCM refused its parameters", e);
      }
    });
  }

  /// Decrypts, or nothing when the tag does not fit key, nonce, associated data and ciphertext.
  public static Optional<byte[]> open(SecretBytes key, byte[] nonce, byte[] aad, byte[] sealed) {
    return key.use(raw -> {
      try {
        return Optional.of(run(Cipher.DECRYPT_MODE, new Parameters(raw, nonce, aad), sealed));
      } catch (AEADBadTagException e) {
        return Optional.empty();
      } catch (GeneralSecurityException e) {
        throw new CryptoException("AES-GCM refused its parameters", e);
      }
    });
  }

  private static byte[] run(int mode, Parameters with, byte[] input)
      throws GeneralSecurityException {
    if (with.key.length != 32 || with.nonce.length != NONCE_BYTES) {
      throw new CryptoException("AES-256-GCM takes keys of 32 and nonces of 12 bytes");
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(with.key, "AES"),
        new GCMParameterSpec(TAG_BYTES * Byte.SIZE, with.nonce));
    cipher.updateAAD(with.aad);
    return cipher.doFinal(input);
  }

  private record Parameters(byte[] key, byte[] nonce, byte[] aad) {}
}
