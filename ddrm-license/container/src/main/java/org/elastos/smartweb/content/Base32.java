// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// Lower-case base32 of RFC 4648 without padding.
final class Base32 {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte next : bytes) {
      held = held << 8 | (next & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        out.append(ALPHABET.charAt(held >> bits & 31));
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      out.append(ALPHABET.charAt(held << (5 - bits) & 31));
    }
    return out.toString();
  }

  /// Refuses other characters, and bits left over that are not zero.
  static Optional<byte[]> decode(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int bits = 0;
    int held = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = ALPHABET.indexOf(text.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      held = held << 5 | digit;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        out.write(held >> bits);
        held &= (1 << bits) - 1;
      }
    }
    return bits < 5 && held == 0 ? Optional.of(out.toByteArray()) : Optional.empty();
  }
}
