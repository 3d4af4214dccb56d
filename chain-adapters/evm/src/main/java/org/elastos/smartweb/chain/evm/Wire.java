// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.math.BigInteger;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.jspecify.annotations.Nullable;

/// Strict reading of the texts of Ethereum's JSON-RPC: whatever has another shape fails the source.
final class Wire {
  private static final int MAX_QUANTITY = 2 + 64;

  private Wire() {}

  static Hash256 hash(@Nullable String text) {
    return Hash256.of(fixed(text, Hash256.BYTES));
  }

  static EvmAddress address(@Nullable String text) {
    return EvmAddress.of(fixed(text, EvmAddress.BYTES));
  }

  /// `0x` and an even number of digits.
  static Bytes bytes(@Nullable String text) {
    if (text == null || !text.startsWith("0x")) {
      throw new SourceFault("answer is not hexadecimal bytes");
    }
    try {
      return Bytes.fromHex(text);
    } catch (IllegalArgumentException e) {
      throw new SourceFault("answer is not hexadecimal bytes", e);
    }
  }

  /// `0x` and one to 64 digits: at most 256 bits.
  static BigInteger quantity(@Nullable String text) {
    if (text == null || text.length() > MAX_QUANTITY || !text.matches("0x[0-9a-fA-F]+")) {
      throw new SourceFault("answer is not a 256-bit quantity");
    }
    return new BigInteger(text.substring(2), 16);
  }

  /// A quantity that must fit 62 bits, such as a height or an amount of gas.
  static long count(@Nullable String text) {
    BigInteger quantity = quantity(text);
    if (quantity.bitLength() > 62) {
      throw new SourceFault("answer is out of range");
    }
    return quantity.longValue();
  }

  /// A count that must fit 31 bits, such as a place in a list.
  static int index(@Nullable String text) {
    long count = count(text);
    if (count > Integer.MAX_VALUE) {
      throw new SourceFault("answer is out of range");
    }
    return (int) count;
  }

  static String hex(long number) {
    return "0x" + Long.toHexString(number);
  }

  static String hex(BigInteger number) {
    return "0x" + number.toString(16);
  }

  private static byte[] fixed(@Nullable String text, int length) {
    Bytes bytes = bytes(text);
    if (bytes.size() != length) {
      throw new SourceFault("answer has a wrong length");
    }
    return bytes.bytes();
  }
}
