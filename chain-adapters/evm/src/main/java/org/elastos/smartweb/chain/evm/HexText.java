// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Strict reading of hexadecimal texts straight from a parser's buffer, as fast as events come.
/// Whatever has another shape fails the source.
final class HexText {
  private static final byte[] DIGITS = digits();
  private static final int MOST_COUNT_DIGITS = 16;

  private HexText() {}

  static Hash256 hash(JsonParser parser) {
    return Hash256.of(fixed(parser, Hash256.BYTES));
  }

  static EvmAddress address(JsonParser parser) {
    return EvmAddress.of(fixed(parser, EvmAddress.BYTES));
  }

  /// `0x` and an even number of digits.
  static Bytes bytes(JsonParser parser) {
    int digits = prefixed(parser);
    return Bytes.of(decode(parser, digits));
  }

  /// `0x` and a quantity that fits 62 bits.
  static long count(JsonParser parser) {
    int digits = prefixed(parser);
    if (digits == 0 || digits > MOST_COUNT_DIGITS) {
      throw new SourceFault("answer is out of range");
    }
    char[] text = parser.getStringCharacters();
    int start = parser.getStringOffset() + 2;
    long value = 0;
    for (int i = start; i < start + digits; i++) {
      value = (value << 4) | digit(text[i]);
    }
    if (value < 0 || value >> 62 != 0) {
      throw new SourceFault("answer is out of range");
    }
    return value;
  }

  private static byte[] fixed(JsonParser parser, int length) {
    if (prefixed(parser) != 2 * length) {
      throw new SourceFault("answer has a wrong length");
    }
    return decode(parser, 2 * length);
  }

  private static byte[] decode(JsonParser parser, int digits) {
    if (digits % 2 != 0) {
      throw new SourceFault("answer is not hexadecimal bytes");
    }
    char[] text = parser.getStringCharacters();
    int at = parser.getStringOffset() + 2;
    byte[] bytes = new byte[digits / 2];
    for (int i = 0; i < bytes.length; i++, at += 2) {
      bytes[i] = (byte) ((digit(text[at]) << 4) | digit(text[at + 1]));
    }
    return bytes;
  }

  /// How many digits follow the prefix.
  private static int prefixed(JsonParser parser) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new SourceFault("answer is not hexadecimal bytes");
    }
    char[] text = parser.getStringCharacters();
    int start = parser.getStringOffset();
    if (parser.getStringLength() < 2 || text[start] != '0' || text[start + 1] != 'x') {
      throw new SourceFault("answer is not hexadecimal bytes");
    }
    return parser.getStringLength() - 2;
  }

  private static int digit(char letter) {
    int value = letter < DIGITS.length ? DIGITS[letter] : -1;
    if (value < 0) {
      throw new SourceFault("answer is not hexadecimal bytes");
    }
    return value;
  }

  private static byte[] digits() {
    byte[] table = new byte[128];
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) Character.digit(i, 16);
    }
    return table;
  }
}
