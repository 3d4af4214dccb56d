// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

import java.util.Arrays;
import java.util.HexFormat;

/// An immutable run of bytes of any length, such as call data. Not for secrets: see {@link
/// SecretBytes}.
public final class Bytes {
  /// No bytes at all.
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  /// Wraps a copy.
  public static Bytes of(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
  }

  /// Reads an even number of hexadecimal digits, with or without `0x`.
  ///
  /// @throws IllegalArgumentException when the text has another shape
  public static Bytes fromHex(String hex) {
    return new Bytes(HexFormat.of().parseHex(hex.startsWith("0x") ? hex.substring(2) : hex));
  }

  /// A copy of the bytes.
  public byte[] bytes() {
    return value.clone();
  }

  /// Length in bytes.
  public int size() {
    return value.length;
  }

  /// Lower-case digits without prefix.
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(value, that.value);
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
