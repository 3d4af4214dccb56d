// SPDX-License-Identifier: MIT
package org.elastos.smartweb.cbor;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;

/// Collects a map's entries in any order. Not thread-safe.
public final class CborMapBuilder {
  private final SortedMap<String, Cbor> entries = new TreeMap<>(KeyOrder.LENGTH_FIRST);

  CborMapBuilder() {}

  /// Adds a value.
  ///
  /// @throws IllegalArgumentException when the key is there already
  public CborMapBuilder put(String key, Cbor value) {
    if (entries.putIfAbsent(key, value) != null) {
      throw new IllegalArgumentException("a map key is given twice");
    }
    return this;
  }

  /// Adds a number.
  public CborMapBuilder put(String key, long value) {
    return put(key, Cbor.of(value));
  }

  /// Adds a text.
  public CborMapBuilder put(String key, String value) {
    return put(key, Cbor.of(value));
  }

  /// Adds a truth value.
  public CborMapBuilder put(String key, boolean value) {
    return put(key, Cbor.of(value));
  }

  /// Adds a byte string.
  public CborMapBuilder put(String key, byte[] value) {
    return put(key, Cbor.of(value));
  }

  /// Adds a byte string.
  public CborMapBuilder put(String key, Bytes value) {
    return put(key, Cbor.of(value));
  }

  /// Adds a byte string of 32 bytes.
  public CborMapBuilder put(String key, Hash256 value) {
    return put(key, Cbor.of(value));
  }

  /// Adds a byte string of 20 bytes.
  public CborMapBuilder put(String key, EvmAddress value) {
    return put(key, Cbor.of(value));
  }

  /// Adds a value if it is there; otherwise the key is left out.
  public CborMapBuilder putIfPresent(String key, Optional<Cbor> value) {
    value.ifPresent(present -> put(key, present));
    return this;
  }

  /// The map.
  public Cbor build() {
    return new Cbor.Dict(entries);
  }

  /// The map's strict encoding.
  public byte[] encode() {
    return DagCbor.encode(build());
  }
}
