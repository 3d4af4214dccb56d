// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// Writes the chain's primitives, the exact reverse of [ElaReader]. Numbers that do not fit their
/// field are refused with an `IllegalArgumentException`. Not thread-safe.
public final class ElaWriter {
  private static final long U32 = 0xffff_ffffL;

  private byte[] array = new byte[256];
  private int size;

  /// A copy of what was written.
  public byte[] toArray() {
    return Arrays.copyOf(array, size);
  }

  /// What was written, as a value.
  public Bytes toBytes() {
    return Bytes.of(toArray());
  }

  /// An unsigned byte.
  public ElaWriter u8(int value) {
    checkRange(value, 0xff);
    int at = room(1);
    array[at] = (byte) value;
    return this;
  }

  /// An unsigned 16-bit number.
  public ElaWriter u16(int value) {
    checkRange(value, 0xffff);
    int at = room(2);
    LittleEndian.putShort(array, at, value);
    return this;
  }

  /// An unsigned 32-bit number.
  public ElaWriter u32(long value) {
    checkRange(value, U32);
    int at = room(4);
    LittleEndian.putInt(array, at, (int) value);
    return this;
  }

  /// A signed 64-bit number, or the bits of an unsigned one.
  public ElaWriter i64(long value) {
    int at = room(8);
    LittleEndian.putLong(array, at, value);
    return this;
  }

  /// An amount.
  public ElaWriter sela(Sela amount) {
    return i64(amount.units());
  }

  /// A truth value.
  public ElaWriter bool(boolean value) {
    return u8(value ? 1 : 0);
  }

  /// A variable-length integer in its shortest form, from the bits of an unsigned 64-bit number.
  public ElaWriter varUint(long value) {
    if (value >>> 32 != 0) {
      return u8(0xff).i64(value);
    }
    if (value > 0xffff) {
      return u8(0xfe).u32(value);
    }
    return value >= 0xfd ? u8(0xfd).u16((int) value) : u8((int) value);
  }

  /// Bytes as they are.
  public ElaWriter fixed(Bytes bytes) {
    return raw(bytes.bytes());
  }

  /// Bytes as they are.
  public ElaWriter raw(byte[] bytes) {
    int at = room(bytes.length);
    System.arraycopy(bytes, 0, array, at, bytes.length);
    return this;
  }

  /// Bytes with their length in front.
  public ElaWriter varBytes(Bytes bytes) {
    return varUint(bytes.size()).fixed(bytes);
  }

  /// Thirty-two bytes.
  public ElaWriter hash256(Hash256 hash) {
    return raw(hash.bytes());
  }

  /// Twenty-one bytes.
  public ElaWriter programHash(ProgramHash hash) {
    return raw(hash.bytes());
  }

  /// A variable-length count and the items.
  public <T> ElaWriter list(List<T> items, BiConsumer<ElaWriter, T> item) {
    return varUint(items.size()).items(items, item);
  }

  /// The items without a count.
  public <T> ElaWriter items(List<T> items, BiConsumer<ElaWriter, T> item) {
    for (T each : items) {
      item.accept(this, each);
    }
    return this;
  }

  private int room(int more) {
    int at = size;
    int needed = Math.addExact(at, more);
    if (needed > array.length) {
      array = Arrays.copyOf(array, Math.max(needed, (int) Math.min(2L * array.length, 1 << 30)));
    }
    size = needed;
    return at;
  }

  private static void checkRange(long value, long most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException("a number outside its field");
    }
  }
}
