// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.abi;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;

/// Decodes values in the order of a tuple's fields and refuses what no compiler would write: bits
/// outside a type, offsets outside the data, text that is not UTF-8. Not thread-safe.
public final class AbiReader {
  private static final int WORD = 32;
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

  private final byte[] data;
  private final int base;
  private int at;

  private AbiReader(byte[] data, int base) {
    this.data = data;
    this.base = base;
    this.at = base;
  }

  /// Reads an answer or the data of an event.
  public static AbiReader of(Bytes data) {
    return new AbiReader(data.bytes(), 0);
  }

  /// Reads the arguments of a call that starts with this selector.
  public static AbiReader call(String selector, Bytes callData) {
    byte[] all = callData.bytes();
    byte[] expected = HexFormat.of().parseHex(selector);
    if (all.length < 4 || !Arrays.equals(expected, 0, 4, all, 0, 4)) {
      throw new AbiException("the call data are for another function", Map.of("wanted", selector));
    }
    return new AbiReader(Arrays.copyOfRange(all, 4, all.length), 0);
  }

  /// Reads one indexed argument.
  public static AbiReader topic(EvmLog log, int index) {
    return new AbiReader(log.topics().get(index).bytes(), 0);
  }

  /// Refuses a log of another event.
  public static void requireTopics(EvmLog log, Hash256 topic, int indexed) {
    if (log.topics().size() != indexed + 1 || !log.topics().getFirst().equals(topic)) {
      throw new AbiException("the log is of another event", Map.of("wanted", topic));
    }
  }

  /// An unsigned integer of `bits` bits.
  public BigInteger uint(int bits) {
    BigInteger value = word().toUint();
    if (value.bitLength() > bits) {
      throw new AbiException(
          "the number does not fit its type", Map.of("bits", bits, "value", value));
    }
    return value;
  }

  /// An unsigned integer of at most 31 bits.
  public int uintAsInt(int bits) {
    return uint(bits).intValueExact();
  }

  /// An unsigned integer of at most 64 bits. What exceeds [Long#MAX_VALUE] is read as that: no
  /// block, time or quantity gets there, and `type(uint64).max` means for ever.
  public long uintAsLong(int bits) {
    return uint(bits).min(LONG_MAX).longValueExact();
  }

  /// Thirty-two bytes as they are.
  public Hash256 word() {
    return Hash256.of(take(WORD));
  }

  /// An address.
  public EvmAddress address() {
    byte[] word = take(WORD);
    requireZero(word, 0, WORD - EvmAddress.BYTES);
    return EvmAddress.of(Arrays.copyOfRange(word, WORD - EvmAddress.BYTES, WORD));
  }

  /// A truth value.
  public boolean bool() {
    return uintAsInt(1) == 1;
  }

  /// Exactly four bytes.
  public Bytes bytes4() {
    byte[] word = take(WORD);
    requireZero(word, 4, WORD);
    return Bytes.of(Arrays.copyOf(word, 4));
  }

  /// Bytes of any length.
  public Bytes bytes() {
    AbiReader tail = dynamic();
    return Bytes.of(tail.take(tail.count()));
  }

  /// Text, in UTF-8.
  public String string() {
    byte[] utf8 = bytes().bytes();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new AbiException("the text is not UTF-8", Map.of("size", utf8.length));
    }
  }

  /// A list; `element` reads one value.
  public <T> List<T> list(Function<AbiReader, T> element) {
    AbiReader tail = dynamic();
    int count = tail.count();
    AbiReader elements = new AbiReader(data, tail.at);
    if (count > (data.length - tail.at) / WORD) {
      throw new AbiException("the list is longer than the data", Map.of("count", count));
    }
    List<T> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(element.apply(elements));
    }
    return List.copyOf(values);
  }

  /// Follows the next offset, which counts from this reader's first byte.
  public AbiReader dynamic() {
    int offset = count();
    if (offset > data.length - base) {
      throw new AbiException("the offset lies outside the data", Map.of("offset", offset));
    }
    return new AbiReader(data, base + offset);
  }

  private int count() {
    BigInteger value = word().toUint();
    if (value.bitLength() > 31) {
      throw new AbiException("the length lies outside the data", Map.of("length", value));
    }
    return value.intValue();
  }

  private byte[] take(int size) {
    if (size > data.length - at) {
      throw new AbiException(
          "the data end too early", Map.of("size", data.length, "at", at, "wanted", size));
    }
    at += size;
    return Arrays.copyOfRange(data, at - size, at);
  }

  private static void requireZero(byte[] word, int from, int to) {
    for (int i = from; i < to; i++) {
      if (word[i] != 0) {
        throw new AbiException("unused bits are not zero", Map.of("byte", i));
      }
    }
  }
}
