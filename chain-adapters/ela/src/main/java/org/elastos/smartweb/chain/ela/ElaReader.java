// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// Reads the chain's primitives strictly: little-endian numbers, shortest variable-length integers,
/// truth values of 0 or 1, and every length checked against its limit and the remaining bytes
/// before anything is allocated. Unsigned 32-bit numbers are `long`, so that comparing them is
/// safe; unsigned 64-bit numbers are `long` by their bits. Not thread-safe; lives only inside
/// [#decode].
public final class ElaReader {
  private final byte[] array;
  private int position;

  private ElaReader(byte[] array) {
    this.array = array;
  }

  /// Reads one whole value: a copy of all the bytes and nothing left over. No exception of reading
  /// escapes.
  public static <T> Decoded<T> decode(byte[] bytes, Function<ElaReader, T> shape) {
    ElaReader in = new ElaReader(bytes.clone());
    try {
      T value = shape.apply(in);
      if (in.remaining() != 0) {
        throw in.refusal(Refusal.TRAILING_BYTES, "end");
      }
      return new Decoded.Value<>(value);
    } catch (Malformed e) {
      return e.refused();
    }
  }

  /// What a shape throws when it cannot read on; it becomes a refusal at the entry.
  public RuntimeException refusal(Refusal code, String field) {
    return new Malformed(code, position, field);
  }

  /// How many bytes were read.
  public int position() {
    return position;
  }

  /// How many bytes are left.
  public int remaining() {
    return array.length - position;
  }

  /// An unsigned byte.
  public int u8(String field) {
    return Byte.toUnsignedInt(array[take(1, field)]);
  }

  /// An unsigned 16-bit number.
  public int u16(String field) {
    return LittleEndian.u16(array, take(2, field));
  }

  /// An unsigned 32-bit number.
  public long u32(String field) {
    return LittleEndian.u32(array, take(4, field));
  }

  /// A signed 64-bit number, or the bits of an unsigned one.
  public long i64(String field) {
    return LittleEndian.i64(array, take(8, field));
  }

  /// An amount.
  public Sela sela(String field) {
    return new Sela(i64(field));
  }

  /// A truth value.
  public boolean bool(String field) {
    return switch (u8(field)) {
      case 0 -> false;
      case 1 -> true;
      default -> throw refusalAt(position - 1, Refusal.NON_CANONICAL_BOOLEAN, field);
    };
  }

  /// A variable-length integer, the bits of an unsigned 64-bit number.
  public long varUint(String field) {
    int start = position;
    int first = u8(field);
    if (first < 0xfd) {
      return first;
    }
    long value;
    boolean shortest;
    if (first == 0xfd) {
      value = u16(field);
      shortest = value >= 0xfd;
    } else if (first == 0xfe) {
      value = u32(field);
      shortest = value > 0xffff;
    } else {
      value = i64(field);
      shortest = value >>> 32 != 0;
    }
    if (!shortest) {
      throw refusalAt(start, Refusal.NON_CANONICAL_VARUINT, field);
    }
    return value;
  }

  /// A variable-length count of items, of which each takes at least so many bytes.
  public int count(int leastBytes, String field) {
    int start = position;
    return bounded(varUint(field), leastBytes, start, field);
  }

  /// A 32-bit count of items, of which each takes at least so many bytes.
  public int count32(int leastBytes, String field) {
    int start = position;
    return bounded(u32(field), leastBytes, start, field);
  }

  /// A 64-bit count of items, of which each takes at least so many bytes.
  public int count64(int leastBytes, String field) {
    int start = position;
    return bounded(i64(field), leastBytes, start, field);
  }

  /// A variable-length count and so many items.
  ///
  /// @param leastBytes what the smallest item takes
  public <T> List<T> list(int leastBytes, String field, Function<ElaReader, T> item) {
    return items(count(leastBytes, field), item);
  }

  /// So many items; the caller has bounded the count.
  public <T> List<T> items(int count, Function<ElaReader, T> item) {
    if (count == 0) {
      return List.of();
    }
    List<T> items = new ArrayList<>(Math.min(count, 64));
    for (int i = 0; i < count; i++) {
      items.add(item.apply(this));
    }
    return Collections.unmodifiableList(items);
  }

  /// So many bytes.
  public Bytes fixed(int size, String field) {
    int start = take(size, field);
    return new Slice(array, start, size).bytes();
  }

  /// Bytes with their length in front.
  ///
  /// @param limit the most that the field may hold
  public Bytes varBytes(int limit, String field) {
    int size = length(limit, field);
    return fixed(size, field);
  }

  /// Thirty-two bytes.
  public Hash256 hash256(String field) {
    return new Slice(array, take(Hash256.BYTES, field), Hash256.BYTES).hash256(0);
  }

  /// Twenty-one bytes.
  public ProgramHash programHash(String field) {
    return ProgramHash.of(fixed(ProgramHash.BYTES, field).bytes());
  }

  /// A length in front of bytes, within the limit and the remaining bytes.
  int length(int limit, String field) {
    int start = position;
    long size = varUint(field);
    if (size < 0 || size > limit) {
      throw refusalAt(start, Refusal.LENGTH_OUT_OF_BOUNDS, field);
    }
    return (int) size;
  }

  /// Passes over bytes and says where they began.
  int take(int size, String field) {
    int start = position;
    if (size > array.length - start) {
      throw refusal(Refusal.TRUNCATED, field);
    }
    position = start + size;
    return start;
  }

  /// All bytes from a position up to here.
  Slice since(int start) {
    return new Slice(array, start, position - start);
  }

  private int bounded(long count, int leastBytes, int start, String field) {
    if (count < 0 || count > remaining() / leastBytes) {
      throw refusalAt(start, Refusal.LENGTH_OUT_OF_BOUNDS, field);
    }
    return (int) count;
  }

  private RuntimeException refusalAt(int offset, Refusal code, String field) {
    return new Malformed(code, offset, field);
  }
}
