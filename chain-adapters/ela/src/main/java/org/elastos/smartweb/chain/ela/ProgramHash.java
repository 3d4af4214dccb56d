// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import java.util.Arrays;
import java.util.HexFormat;

/// Who may spend an output: one prefix byte and the 20-byte hash of a script. Immutable.
public final class ProgramHash {
  /// Length in bytes.
  public static final int BYTES = 21;

  private final byte[] value;

  private ProgramHash(byte[] value) {
    this.value = value;
  }

  /// Wraps a copy of exactly 21 bytes.
  ///
  /// @throws IllegalArgumentException for any other length
  public static ProgramHash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a program hash has 21 bytes");
    }
    return new ProgramHash(bytes.clone());
  }

  /// Reads 42 hexadecimal digits.
  ///
  /// @throws IllegalArgumentException when the text has another shape
  public static ProgramHash fromHex(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  /// A copy of the 21 bytes.
  public byte[] bytes() {
    return value.clone();
  }

  /// The prefix, 0 to 255.
  public int prefix() {
    return Byte.toUnsignedInt(value[0]);
  }

  /// A copy of the 20 bytes of the script's hash.
  public byte[] codeHash() {
    return Arrays.copyOfRange(value, 1, BYTES);
  }

  /// 42 lower-case digits.
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProgramHash that && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return hex();
  }
}
