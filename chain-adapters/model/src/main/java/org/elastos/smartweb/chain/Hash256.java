// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;

/// A 256-bit identifier or digest, kept as 32 big-endian bytes. Immutable; ordered bytewise,
/// unsigned.
public final class Hash256 implements Comparable<Hash256> {
  /// Length in bytes.
  public static final int BYTES = 32;

  /// Thirty-two zero bytes.
  public static final Hash256 ZERO = new Hash256(new byte[BYTES]);

  private final byte[] value;

  private Hash256(byte[] value) {
    this.value = value;
  }

  /// Wraps a copy of exactly 32 bytes.
  ///
  /// @throws IllegalArgumentException for any other length
  public static Hash256 of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a 256-bit value has 32 bytes");
    }
    return new Hash256(bytes.clone());
  }

  /// Reads 64 hexadecimal digits, with or without `0x`.
  ///
  /// @throws IllegalArgumentException when the text has another shape
  public static Hash256 fromHex(String hex) {
    return of(HexFormat.of().parseHex(hex.startsWith("0x") ? hex.substring(2) : hex));
  }

  /// The unsigned integer as 32 big-endian bytes (Solidity `uint256`).
  ///
  /// @throws IllegalArgumentException when negative or above 2^256 - 1
  public static Hash256 fromUint(BigInteger number) {
    if (number.signum() < 0 || number.bitLength() > 256) {
      throw new IllegalArgumentException("outside the range of an unsigned 256-bit integer");
    }
    byte[] twos = number.toByteArray();
    byte[] out = new byte[BYTES];
    int take = Math.min(twos.length, BYTES);
    System.arraycopy(twos, twos.length - take, out, BYTES - take, take);
    return new Hash256(out);
  }

  /// A copy of the 32 bytes.
  public byte[] bytes() {
    return value.clone();
  }

  /// The value as an unsigned integer.
  public BigInteger toUint() {
    return new BigInteger(1, value);
  }

  /// 64 lower-case digits without prefix.
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  @Override
  public int compareTo(Hash256 other) {
    return Arrays.compareUnsigned(value, other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash256 that && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return "0x" + hex();
  }
}
