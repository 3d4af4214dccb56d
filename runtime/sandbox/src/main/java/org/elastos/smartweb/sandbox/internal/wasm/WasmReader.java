// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.wasm;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Reads the binary format's numbers and names inside a bounded stretch, strictly.
final class WasmReader {
  private final byte[] bytes;
  private final int end;
  private int at;

  WasmReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  int position() {
    return at;
  }

  boolean more() {
    return at < end;
  }

  /// A reader of the next `length` bytes, which are skipped here.
  WasmReader part(int length) {
    int from = at;
    skip(length);
    return new WasmReader(bytes, from, at);
  }

  void skip(int length) {
    if (length < 0 || length > end - at) {
      throw WasmRefusal.malformed("a length goes past its section");
    }
    at += length;
  }

  int u8() {
    if (at >= end) {
      throw WasmRefusal.malformed("a section ends too early");
    }
    return bytes[at++] & 0xFF;
  }

  /// An unsigned LEB128 number below 2^31; larger ones have no lawful use in a capsule.
  int u31() {
    long value = unsigned(5);
    if (value > Integer.MAX_VALUE) {
      throw WasmRefusal.malformed("a number is too large");
    }
    return (int) value;
  }

  /// An unsigned 32-bit number.
  long u32() {
    long value = unsigned(5);
    if (value > 0xFFFF_FFFFL) {
      throw WasmRefusal.malformed("a number is too large");
    }
    return value;
  }

  /// A count, refused above `most` before anything is made for it.
  int count(int most, String what) {
    int count = u31();
    if (count > most) {
      throw WasmRefusal.limit(what);
    }
    return count;
  }

  /// Passes a signed LEB128 number of at most `most` bytes.
  void signed(int most) {
    unsigned(most);
  }

  private long unsigned(int most) {
    long value = 0;
    for (int i = 0; i < most; i++) {
      int next = u8();
      value |= (long) (next & 0x7F) << (7 * i);
      if (next < 0x80) {
        return value;
      }
    }
    throw WasmRefusal.malformed("a number is too long");
  }

  String name() {
    int length = count(256, "name length");
    int from = at;
    skip(length);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw WasmRefusal.malformed("a name is not UTF-8");
    }
  }

  void finish() {
    if (at != end) {
      throw WasmRefusal.malformed("bytes are left over in a section");
    }
  }
}
