// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

import java.util.Arrays;
import java.util.HexFormat;

/// The 20-byte address of an account or contract on an EVM chain. Immutable; ordered bytewise,
/// unsigned. Printed in lower case; the checksum form of EIP-55 is for people and lives at the
/// edge.
public final class EvmAddress implements Comparable<EvmAddress> {
  /// Length in bytes.
  public static final int BYTES = 20;

  /// The zero address, which stands for the chain's native coin where a token is named.
  public static final EvmAddress ZERO = new EvmAddress(new byte[BYTES]);

  private final byte[] value;

  private EvmAddress(byte[] value) {
    this.value = value;
  }

  /// Wraps a copy of exactly 20 bytes.
  ///
  /// @throws IllegalArgumentException for any other length
  public static EvmAddress of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("an EVM address has 20 bytes");
    }
    return new EvmAddress(bytes.clone());
  }

  /// Reads 40 hexadecimal digits of any case, with or without `0x`.
  ///
  /// @throws IllegalArgumentException when the text has another shape
  public static EvmAddress fromHex(String hex) {
    return of(HexFormat.of().parseHex(hex.startsWith("0x") ? hex.substring(2) : hex));
  }

  /// A copy of the 20 bytes.
  public byte[] bytes() {
    return value.clone();
  }

  /// 40 lower-case digits without prefix.
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  /// Whether this is the zero address.
  public boolean isZero() {
    return equals(ZERO);
  }

  @Override
  public int compareTo(EvmAddress other) {
    return Arrays.compareUnsigned(value, other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EvmAddress that && Arrays.equals(value, that.value);
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
