// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import java.util.Arrays;
import java.util.Objects;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// A read-only window on bytes that nobody changes any more: what verification reads without
/// copying. Equal when the bytes are. Thread-safe.
public final class Slice {
  private final byte[] array;
  private final int offset;
  private final int length;

  Slice(byte[] array, int offset, int length) {
    this.array = array;
    this.offset = offset;
    this.length = length;
  }

  /// A window on a copy.
  public static Slice copyOf(byte[] bytes) {
    return new Slice(bytes.clone(), 0, bytes.length);
  }

  byte[] array() {
    return array;
  }

  int offset() {
    return offset;
  }

  /// Length in bytes.
  public int length() {
    return length;
  }

  /// The byte at an index from 0.
  public byte at(int index) {
    return array[offset + Objects.checkIndex(index, length)];
  }

  /// The little-endian unsigned 32-bit number that starts at the index.
  public long u32(int index) {
    Objects.checkFromIndexSize(index, 4, length);
    return LittleEndian.u32(array, offset + index);
  }

  /// The 32 bytes that start at the index.
  public Hash256 hash256(int index) {
    return Hash256.of(toArray(index, Hash256.BYTES));
  }

  /// A narrower window.
  public Slice slice(int from, int size) {
    Objects.checkFromIndexSize(from, size, length);
    return new Slice(array, offset + from, size);
  }

  /// Copies bytes out.
  public void copyTo(int from, byte[] out, int outOffset, int size) {
    Objects.checkFromIndexSize(from, size, length);
    System.arraycopy(array, offset + from, out, outOffset, size);
  }

  /// The index of the first occurrence at or behind `from`, or -1.
  public int indexOf(byte[] needle, int from) {
    for (int at = Math.max(from, 0); at <= length - needle.length; at++) {
      int start = offset + at;
      if (Arrays.equals(array, start, start + needle.length, needle, 0, needle.length)) {
        return at;
      }
    }
    return -1;
  }

  /// A copy as a value.
  public Bytes bytes() {
    return Bytes.of(toArray());
  }

  /// A copy.
  public byte[] toArray() {
    return Arrays.copyOfRange(array, offset, offset + length);
  }

  private byte[] toArray(int from, int size) {
    Objects.checkFromIndexSize(from, size, length);
    return Arrays.copyOfRange(array, offset + from, offset + from + size);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Slice that
        && Arrays.equals(
            array, offset, offset + length, that.array, that.offset, that.offset + that.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + array[i];
    }
    return hash;
  }

  @Override
  public String toString() {
    return bytes().toString();
  }
}
