// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;

/// Base58 with Bitcoin's alphabet.
final class Base58 {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(58);

  private Base58() {}

  static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    BigInteger left = new BigInteger(1, bytes);
    while (left.signum() > 0) {
      BigInteger[] step = left.divideAndRemainder(BASE);
      out.append(ALPHABET.charAt(step[1].intValue()));
      left = step[0];
    }
    for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
      out.append(ALPHABET.charAt(0));
    }
    return out.reverse().toString();
  }

  /// Refuses other characters.
  static Optional<byte[]> decode(String text) {
    BigInteger value = BigInteger.ZERO;
    int zeros = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = ALPHABET.indexOf(text.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      zeros += zeros == i && digit == 0 ? 1 : 0;
      value = value.multiply(BASE).add(BigInteger.valueOf(digit));
    }
    byte[] significant = value.signum() == 0 ? new byte[0] : BigIntegers.asUnsignedByteArray(value);
    byte[] out = new byte[zeros + significant.length];
    System.arraycopy(significant, 0, out, zeros, significant.length);
    return Optional.of(out);
  }
}
