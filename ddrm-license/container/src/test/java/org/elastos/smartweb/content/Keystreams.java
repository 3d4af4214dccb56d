// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.elastos.smartweb.crypto.Sha256;

/// The reproducible content of the vectors: keystreams of a named length.
final class Keystreams {
  private Keystreams() {}

  /// AES-256-CTR under SHA-256("ddrm-vector:" name).
  static InputStream aes(String name, long size) {
    return stream("AES/CTR/NoPadding", "AES", "ddrm-vector:" + name, size);
  }

  /// ChaCha20 under SHA-256(seed), counter 0.
  static InputStream chacha(String seed, long size) {
    return stream("ChaCha20", "ChaCha20", seed, size);
  }

  private static InputStream stream(String cipher, String algorithm, String seed, long size) {
    byte[] key = Sha256.of(seed.getBytes(StandardCharsets.UTF_8)).bytes();
    try {
      Cipher keystream = Cipher.getInstance(cipher);
      keystream.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, algorithm),
          algorithm.equals("AES")
              ? new IvParameterSpec(new byte[16])
              : new ChaCha20ParameterSpec(new byte[12], 0));
      return new CipherInputStream(new Zeros(size), keystream);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] target, int offset, int count) {
      if (left <= 0) {
        return -1;
      }
      int take = (int) Math.min(left, count);
      Arrays.fill(target, offset, offset + take, (byte) 0);
      left -= take;
      return take;
    }
  }
}
