// SPDX-License-Identifier: MIT
package org.elastos.smartweb.cbor;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elastos.smartweb.chain.Bytes;

/// Reads values and refuses every second encoding. Allocates nothing from a length that the input
/// does not hold. Not thread-safe.
final class CborDecoder {
  private final ByteBuffer in;

  CborDecoder(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  Cbor read(int depth) {
    if (depth > DagCbor.MAX_DEPTH) {
      throw new CborException("nested too deeply");
    }
    int first = next();
    return switch (first >> 5) {
      case Major.UNSIGNED -> new Cbor.Int(unsigned(argument(first)));
      case Major.NEGATIVE -> new Cbor.Int(unsigned(argument(first)).not());
      case Major.BYTES -> Cbor.of(bytes(first));
      case Major.TEXT -> new Cbor.Text(text(first));
      case Major.ARRAY -> array(first, depth);
      case Major.MAP -> map(first, depth);
      case Major.TAG -> link(first);
      default -> simple(first);
    };
  }

  void end() {
    if (in.hasRemaining()) {
      throw new CborException("bytes follow the value");
    }
  }

  private int next() {
    if (!in.hasRemaining()) {
      throw new CborException("the input ends early");
    }
    return in.get() & 0xff;
  }

  /// The argument of an initial byte, as an unsigned 64-bit number in its shortest form.
  private long argument(int first) {
    int info = first & 0x1f;
    if (info < 24) {
      return info;
    }
    if (info > 27) {
      throw new CborException("indefinite or reserved length");
    }
    int width = 1 << (info - 24);
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = value << 8 | next();
    }
    long least = width == 1 ? 24 : 1L << (width * 4);
    if (Long.compareUnsigned(value, least) < 0) {
      throw new CborException("an integer or length is not in its shortest form");
    }
    return value;
  }

  private static BigInteger unsigned(long value) {
    return value >= 0
        ? BigInteger.valueOf(value)
        : BigInteger.valueOf(value).add(BigInteger.ONE.shiftLeft(64));
  }

  /// A length or count of things that take at least `unit` bytes each.
  private int length(int first, int unit) {
    long value = argument(first);
    if (Long.compareUnsigned(value, in.remaining() / unit) > 0) {
      throw new CborException("a length exceeds the input");
    }
    return (int) value;
  }

  private byte[] bytes(int first) {
    byte[] bytes = new byte[length(first, 1)];
    in.get(bytes);
    return bytes;
  }

  private String text(int first) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(first))).toString();
    } catch (CharacterCodingException e) {
      throw new CborException("a text is no valid UTF-8");
    }
  }

  private Cbor array(int first, int depth) {
    int count = length(first, 1);
    List<Cbor> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(read(depth + 1));
    }
    return new Cbor.Array(items);
  }

  private Cbor map(int first, int depth) {
    int count = length(first, 2);
    SortedMap<String, Cbor> entries = new TreeMap<>(KeyOrder.LENGTH_FIRST);
    for (int i = 0; i < count; i++) {
      int keyHead = next();
      if (keyHead >> 5 != Major.TEXT) {
        throw new CborException("a map key is no text");
      }
      String key = text(keyHead);
      if (!entries.isEmpty() && KeyOrder.LENGTH_FIRST.compare(entries.lastKey(), key) >= 0) {
        throw new CborException("map keys are out of order or repeated");
      }
      entries.put(key, read(depth + 1));
    }
    return new Cbor.Dict(entries);
  }

  private Cbor link(int first) {
    if (argument(first) != Major.LINK_TAG) {
      throw new CborException("a tag other than 42");
    }
    int head = next();
    if (head >> 5 != Major.BYTES) {
      throw new CborException("a link holds no byte string");
    }
    byte[] bytes = bytes(head);
    if (bytes.length < 2 || bytes[0] != 0) {
      throw new CborException("a link does not begin with the identity prefix");
    }
    return new Cbor.Link(Bytes.of(Arrays.copyOfRange(bytes, 1, bytes.length)));
  }

  private static Cbor simple(int first) {
    return switch (first) {
      case Major.FALSE -> Cbor.of(false);
      case Major.TRUE -> Cbor.of(true);
      case Major.NULL -> Cbor.nothing();
      default -> throw new CborException("a float or an unknown simple value");
    };
  }
}
