// SPDX-License-Identifier: MIT
package org.elastos.smartweb.cbor;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;

/// A DAG-CBOR value: immutable, compared by content. The reading methods throw {@link
/// CborException} when the value is of another kind.
public sealed interface Cbor {
  /// A whole number from -2^64 to 2^64 - 1.
  record Int(BigInteger value) implements Cbor {
    /// @throws IllegalArgumentException outside that range
    public Int {
      BigInteger magnitude = value.signum() < 0 ? value.not() : value;
      if (magnitude.bitLength() > 64) {
        throw new IllegalArgumentException("outside the range of a CBOR integer");
      }
    }
  }

  /// A byte string.
  record Data(Bytes value) implements Cbor {}

  /// A text of valid Unicode.
  record Text(String value) implements Cbor {}

  /// A list of values.
  record Array(List<Cbor> items) implements Cbor {
    /// Copies the list.
    public Array {
      items = List.copyOf(items);
    }
  }

  /// Values by text key, in the order of their encoding: shorter keys first, then bytewise.
  record Dict(SortedMap<String, Cbor> entries) implements Cbor {
    /// Copies and orders the entries.
    public Dict {
      SortedMap<String, Cbor> ordered = new TreeMap<>(KeyOrder.LENGTH_FIRST);
      ordered.putAll(entries);
      entries = Collections.unmodifiableSortedMap(ordered);
    }
  }

  /// True or false.
  record Bool(boolean value) implements Cbor {}

  /// The absent value.
  record Null() implements Cbor {}

  /// A link: the bytes of a CID, without the multibase prefix.
  record Link(Bytes cid) implements Cbor {}

  /// The absent value.
  static Cbor nothing() {
    return new Null();
  }

  /// A number.
  static Cbor of(long value) {
    return new Int(BigInteger.valueOf(value));
  }

  /// A number.
  static Cbor of(BigInteger value) {
    return new Int(value);
  }

  /// A byte string.
  static Cbor of(byte[] value) {
    return new Data(Bytes.of(value));
  }

  /// A byte string.
  static Cbor of(Bytes value) {
    return new Data(value);
  }

  /// A byte string of 32 bytes.
  static Cbor of(Hash256 value) {
    return of(value.bytes());
  }

  /// A byte string of 20 bytes.
  static Cbor of(EvmAddress value) {
    return of(value.bytes());
  }

  /// A text.
  static Cbor of(String value) {
    return new Text(value);
  }

  /// True or false.
  static Cbor of(boolean value) {
    return new Bool(value);
  }

  /// A list.
  static Cbor array(Cbor... items) {
    return new Array(List.of(items));
  }

  /// A list.
  static Cbor array(List<Cbor> items) {
    return new Array(items);
  }

  /// Starts a map.
  static CborMapBuilder map() {
    return new CborMapBuilder();
  }

  /// The strict encoding of this value.
  default byte[] encode() {
    return DagCbor.encode(this);
  }

  /// Whether this is the absent value.
  default boolean isNull() {
    return this instanceof Null;
  }

  /// This number, of any sign.
  default BigInteger asInteger() {
    if (this instanceof Int(BigInteger value)) {
      return value;
    }
    throw new CborException("expected an integer");
  }

  /// This number, not negative and below 2^63.
  default long asUint() {
    BigInteger value = asInteger();
    if (value.signum() < 0 || value.bitLength() > 63) {
      throw new CborException("expected an unsigned integer below 2^63");
    }
    return value.longValueExact();
  }

  /// This byte string.
  default Bytes asBytes() {
    if (this instanceof Data(Bytes value)) {
      return value;
    }
    throw new CborException("expected a byte string");
  }

  /// This byte string of exactly `length` bytes.
  default Bytes asBytes(int length) {
    Bytes value = asBytes();
    if (value.size() != length) {
      throw new CborException("a byte string has another length");
    }
    return value;
  }

  /// This byte string of 32 bytes.
  default Hash256 asHash() {
    return Hash256.of(asBytes(Hash256.BYTES).bytes());
  }

  /// This byte string of 20 bytes.
  default EvmAddress asAddress() {
    return EvmAddress.of(asBytes(EvmAddress.BYTES).bytes());
  }

  /// This text.
  default String asText() {
    if (this instanceof Text(String value)) {
      return value;
    }
    throw new CborException("expected a text");
  }

  /// This truth value.
  default boolean asBool() {
    if (this instanceof Bool(boolean value)) {
      return value;
    }
    throw new CborException("expected true or false");
  }

  /// This list.
  default List<Cbor> asArray() {
    if (this instanceof Array(List<Cbor> items)) {
      return items;
    }
    throw new CborException("expected an array");
  }

  /// This list of exactly `length` items.
  default List<Cbor> asArray(int length) {
    List<Cbor> items = asArray();
    if (items.size() != length) {
      throw new CborException("an array has another length");
    }
    return items;
  }

  /// This link's CID.
  default Bytes asLink() {
    if (this instanceof Link(Bytes cid)) {
      return cid;
    }
    throw new CborException("expected a link");
  }

  /// A reader of this map's keys.
  default CborMap asMap() {
    if (this instanceof Dict(SortedMap<String, Cbor> entries)) {
      return new CborMap(entries);
    }
    throw new CborException("expected a map");
  }
}
