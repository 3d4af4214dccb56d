// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.CryptoException;
import org.elastos.smartweb.crypto.Hkdf;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.crypto.TaggedHash;

/// The keys that follow from a file key and the block that it binds: K(x) = HKDF(fileKey, salt,
/// LP(`ddrm/v1/` x) ‖ SHA-256(CB pre)).
final class KeySchedule {
  static final int FILE_KEY_BYTES = 32;

  private final SecretBytes fileKey;
  private final byte[] salt;
  private final byte[] preHash;

  KeySchedule(SecretBytes fileKey, Pre pre) {
    this.fileKey = fileKey;
    this.salt = pre.salt().bytes();
    this.preHash = Sha256.of(pre.toCbor().encode()).bytes();
  }

  RecordCipher payload() {
    try (SecretBytes key = key("payload")) {
      return key.use(RecordCipher::new);
    }
  }

  Hash256 commit() {
    try (SecretBytes key = key("commit")) {
      return key.use(Hash256::of);
    }
  }

  boolean commitsTo(Hash256 commit) {
    try (SecretBytes key = key("commit")) {
      return key.matches(commit.bytes());
    }
  }

  /// HMAC-SHA-256 over the header's first 16 bytes and the core.
  byte[] mac(byte[] first16, byte[] core) {
    try (SecretBytes key = key("header")) {
      return key.use(raw -> {
        try {
          Mac mac = Mac.getInstance("HmacSHA256");
          mac.init(new SecretKeySpec(raw, "HmacSHA256"));
          mac.update(first16);
          return mac.doFinal(core);
        } catch (GeneralSecurityException e) {
          throw new CryptoException("the platform lacks HMAC-SHA-256", e);
        }
      });
    }
  }

  private SecretBytes key(String use) {
    byte[] label = TaggedHash.lp("ddrm/v1/" + use);
    byte[] info = new byte[label.length + preHash.length];
    System.arraycopy(label, 0, info, 0, label.length);
    System.arraycopy(preHash, 0, info, label.length, preHash.length);
    return Hkdf.key(fileKey, salt, info);
  }
}
