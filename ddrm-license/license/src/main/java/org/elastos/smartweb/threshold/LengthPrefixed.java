// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.elastos.smartweb.chain.Hash256;

/// `LP` and `H` of crypto core §0. Stateless.
final class LengthPrefixed {
  private LengthPrefixed() {}

  /// Each part as u32 length ‖ bytes.
  static byte[] of(byte[]... parts) {
    int size = 0;
    for (byte[] part : parts) {
      size += 4 + part.length;
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    for (byte[] part : parts) {
      out.putInt(part.length).put(part);
    }
    return out.array();
  }

  /// SHA-256 over the tag and the parts, each length-prefixed.
  static Hash256 hash(String tag, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(of(tag.getBytes(StandardCharsets.US_ASCII)));
      return Hash256.of(digest.digest(of(parts)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }
}
