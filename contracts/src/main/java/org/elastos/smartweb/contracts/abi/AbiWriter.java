// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.abi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;

/// Encodes values in the order of a tuple's fields. Not thread-safe; used once.
public final class AbiWriter {
  private static final int WORD = 32;

  /// A field: its bytes, which stand in the head or, when dynamic, in the tail.
  private record Field(byte[] bytes, boolean dynamic) {}

  private final List<Field> fields = new ArrayList<>();

  /// An unsigned integer of `bits` bits.
  public void uint(int bits, BigInteger value) {
    if (value.signum() < 0 || value.bitLength() > bits) {
      throw new AbiException(
          "the number does not fit its type", Map.of("bits", bits, "value", value));
    }
    word(Hash256.fromUint(value));
  }

  /// An unsigned integer of `bits` bits.
  public void uint(int bits, long value) {
    uint(bits, BigInteger.valueOf(value));
  }

  /// Thirty-two bytes as they are.
  public void word(Hash256 value) {
    fields.add(new Field(value.bytes(), false));
  }

  /// An address.
  public void address(EvmAddress value) {
    byte[] padded = new byte[WORD];
    System.arraycopy(value.bytes(), 0, padded, WORD - EvmAddress.BYTES, EvmAddress.BYTES);
    fields.add(new Field(padded, false));
  }

  /// A truth value.
  public void bool(boolean value) {
    uint(1, value ? 1 : 0);
  }

  /// Exactly four bytes.
  public void bytes4(Bytes value) {
    if (value.size() != 4) {
      throw new AbiException("four bytes are wanted", Map.of("size", value.size()));
    }
    fields.add(new Field(padded(value.bytes()), false));
  }

  /// Bytes of any length.
  public void bytes(Bytes value) {
    counted(value.size(), padded(value.bytes()));
  }

  /// Text, in UTF-8.
  public void string(String value) {
    bytes(Bytes.of(value.getBytes(StandardCharsets.UTF_8)));
  }

  /// A list; `element` appends one value.
  public <T> void list(List<T> values, BiConsumer<AbiWriter, T> element) {
    AbiWriter inner = new AbiWriter();
    values.forEach(value -> element.accept(inner, value));
    counted(values.size(), inner.encoded());
  }

  /// A tuple that holds something of variable length.
  public void dynamic(Consumer<AbiWriter> tuple) {
    AbiWriter inner = new AbiWriter();
    tuple.accept(inner);
    fields.add(new Field(inner.encoded(), true));
  }

  /// Call data: the selector, in hexadecimal, and the encoding.
  public Bytes call(String selector) {
    return joined(HexFormat.of().parseHex(selector), encoded());
  }

  /// The creation code that lies beside `owner` as `name`.hex, and the encoding.
  public Bytes creation(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name + ".hex")) {
      if (in == null) {
        throw new AbiException("the creation code is not on the class path", Map.of("name", name));
      }
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
      return joined(HexFormat.of().parseHex(hex), encoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Heads in order, then the tails that they point to.
  byte[] encoded() {
    int headSize = 0;
    for (Field field : fields) {
      headSize += field.dynamic() ? WORD : field.bytes().length;
    }
    ByteArrayOutputStream heads = new ByteArrayOutputStream();
    ByteArrayOutputStream tails = new ByteArrayOutputStream();
    for (Field field : fields) {
      if (field.dynamic()) {
        heads.writeBytes(count(headSize + tails.size()));
        tails.writeBytes(field.bytes());
      } else {
        heads.writeBytes(field.bytes());
      }
    }
    heads.writeBytes(tails.toByteArray());
    return heads.toByteArray();
  }

  private void counted(int count, byte[] content) {
    byte[] bytes = new byte[WORD + content.length];
    System.arraycopy(count(count), 0, bytes, 0, WORD);
    System.arraycopy(content, 0, bytes, WORD, content.length);
    fields.add(new Field(bytes, true));
  }

  private static byte[] count(int value) {
    return Hash256.fromUint(BigInteger.valueOf(value)).bytes();
  }

  private static byte[] padded(byte[] bytes) {
    byte[] padded = new byte[(bytes.length + WORD - 1) / WORD * WORD];
    System.arraycopy(bytes, 0, padded, 0, bytes.length);
    return padded;
  }

  private static Bytes joined(byte[] first, byte[] second) {
    byte[] all = new byte[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return Bytes.of(all);
  }
}
