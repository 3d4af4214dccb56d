// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.elastos.smartweb.crypto.CryptoException;

/// Encrypts and decrypts records: AES-256-GCM, nonce 000000 ‖ u64 index ‖ last. Not thread-safe.
final class RecordCipher {
  private final SecretKey key;
  private final Cipher cipher;
  private final byte[] nonce = new byte[12];

  RecordCipher(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new CryptoException("the platform lacks AES-GCM", e);
    }
  }

  /// Which record, and whether it is the last.
  record Index(long number, boolean last) {}

  /// Encrypts `plain` into the start of `sealed`; gives the length with the tag.
  int encrypt(Index index, ByteBuffer plain, ByteBuffer sealed) {
    try {
      return init(Cipher.ENCRYPT_MODE, index).doFinal(plain, sealed);
    } catch (GeneralSecurityException e) {
      throw new CryptoException("a record could not be encrypted", e);
    }
  }

  /// Decrypts into `plain`; when the tag does not fit, `plain` is wiped, because the platform
  /// writes before it checks.
  ///
  /// @return the length of the plaintext, or -1 when the record is not authentic
  int decrypt(Index index, ByteBuffer sealed, byte[] plain) {
    try {
      return init(Cipher.DECRYPT_MODE, index).doFinal(sealed, ByteBuffer.wrap(plain));
    } catch (AEADBadTagException e) {
      Arrays.fill(plain, (byte) 0);
      return -1;
    } catch (GeneralSecurityException e) {
      throw new CryptoException("a record could not be decrypted", e);
    }
  }

  private Cipher init(int mode, Index index) throws GeneralSecurityException {
    ByteBuffer.wrap(nonce).putLong(3, index.number).put(11, (byte) (index.last ? 1 : 0));
    cipher.init(mode, key, new GCMParameterSpec(128, nonce));
    return cipher;
  }
}
