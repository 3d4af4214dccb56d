// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.elastos.smartweb.chain.Hash256;

/// Length-prefixed encodings and domain-separated hashes (crypto core §0): LP(x..) writes each part
/// as an unsigned 32-bit big-endian length and its bytes; H(tag; x..) = SHA-256(LP(tag, x..)).
/// Stateless.
public final class TaggedHash {
  private TaggedHash() {}

  /// LP of the parts.
  public static byte[] lp(byte[]... parts) {
    int size = 0;
    for (byte[] part : parts) {
      size = Math.addExact(size, Math.addExact(Integer.BYTES, part.length));
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    for (byte[] part : parts) {
      out.putInt(part.length).put(part);
    }
    return out.array();
  }

  /// LP of an ASCII tag and the parts.
  ///
  /// @throws IllegalArgumentException when the tag is not ASCII
  public static byte[] lp(String tag, byte[]... parts) {
    byte[][] all = new byte[parts.length + 1][];
    all[0] = ascii(tag);
    System.arraycopy(parts, 0, all, 1, parts.length);
    return lp(all);
  }

  /// H(tag; parts).
  public static Hash256 hash(String tag, byte[]... parts) {
    return Sha256.of(lp(tag, parts));
  }

  /// The bytes of an ASCII text.
  ///
  /// @throws IllegalArgumentException for any other character
  public static byte[] ascii(String text) {
    if (text.chars().anyMatch(c -> c > 0x7f)) {
      throw new IllegalArgumentException("a tag is ASCII");
    }
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
