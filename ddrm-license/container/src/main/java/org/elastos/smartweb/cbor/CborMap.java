// SPDX-License-Identifier: MIT
package org.elastos.smartweb.cbor;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;

/// Reads a map key by key and refuses what is missing, of another kind or, at {@link #end}, left
/// over. Every refusal is a {@link CborException}. Not thread-safe.
public final class CborMap {
  private final SortedMap<String, Cbor> left;

  CborMap(SortedMap<String, Cbor> entries) {
    this.left = new TreeMap<>(entries);
  }

  /// Takes a key that must be there.
  public Cbor value(String key) {
    Cbor value = left.remove(key);
    if (value == null) {
      throw new CborException("a key is missing");
    }
    return value;
  }

  /// Takes a key that may be absent.
  public <T> Optional<T> optional(String key, Function<Cbor, T> read) {
    return Optional.ofNullable(left.remove(key)).map(read);
  }

  /// Takes a key that must be there and may be null.
  public <T> Optional<T> nullable(String key, Function<Cbor, T> read) {
    Cbor value = value(key);
    return value.isNull() ? Optional.empty() : Optional.of(read.apply(value));
  }

  /// Takes a number that must be exactly this, such as a version.
  public CborMap expect(String key, long number) {
    if (uint(key) != number) {
      throw new CborException("a version or constant is not the expected one");
    }
    return this;
  }

  /// Takes a text that must be exactly this, such as a type.
  public CborMap expect(String key, String text) {
    if (!text(key).equals(text)) {
      throw new CborException("a type or constant is not the expected one");
    }
    return this;
  }

  /// Takes a number, not negative and below 2^63.
  public long uint(String key) {
    return value(key).asUint();
  }

  /// Takes a number from 0 to `max`.
  public int uint(String key, int max) {
    long value = uint(key);
    if (value > max) {
      throw new CborException("a number is too large");
    }
    return (int) value;
  }

  /// Takes a text.
  public String text(String key) {
    return value(key).asText();
  }

  /// Takes a truth value.
  public boolean bool(String key) {
    return value(key).asBool();
  }

  /// Takes a byte string.
  public Bytes bytes(String key) {
    return value(key).asBytes();
  }

  /// Takes a byte string of exactly `length` bytes.
  public Bytes bytes(String key, int length) {
    return value(key).asBytes(length);
  }

  /// Takes a byte string of 32 bytes.
  public Hash256 bytes32(String key) {
    return value(key).asHash();
  }

  /// Takes a byte string of 20 bytes.
  public EvmAddress address(String key) {
    return value(key).asAddress();
  }

  /// Takes a list.
  public List<Cbor> array(String key) {
    return value(key).asArray();
  }

  /// Takes a list and reads each item.
  public <T> List<T> array(String key, Function<Cbor, T> read) {
    return array(key).stream().map(read).toList();
  }

  /// Takes a map.
  public CborMap map(String key) {
    return value(key).asMap();
  }

  /// The keys not taken yet, in the order of their encoding.
  public List<String> remaining() {
    return List.copyOf(left.keySet());
  }

  /// Refuses keys that nobody took.
  public void end() {
    if (!left.isEmpty()) {
      throw new CborException("an unknown key is present");
    }
  }
}
