// SPDX-License-Identifier: MIT
package org.elastos.smartweb.cbor;

import java.util.function.Function;

/// Strict DAG-CBOR (crypto core §0, CB): keys ordered by length and then bytewise, shortest
/// integers and lengths, the link tag 42 only, and no floats, indefinite lengths, duplicate keys,
/// invalid UTF-8 or trailing bytes. Stateless.
public final class DagCbor {
  /// How deeply arrays, maps and tags may nest.
  public static final int MAX_DEPTH = 16;

  private DagCbor() {}

  /// The one encoding of a value.
  ///
  /// @throws IllegalArgumentException when a text is no valid Unicode or the nesting is too deep
  public static byte[] encode(Cbor value) {
    CborEncoder encoder = new CborEncoder();
    encoder.write(value, 0);
    return encoder.toByteArray();
  }

  /// Reads exactly one value.
  ///
  /// @throws CborException when the bytes are not its one encoding
  public static Cbor decode(byte[] bytes) {
    CborDecoder decoder = new CborDecoder(bytes);
    Cbor value = decoder.read(0);
    decoder.end();
    return value;
  }

  /// Reads exactly one value and its shape; what `shape` refuses by {@link CborException} becomes a
  /// value.
  public static <T> Parsed<T> parse(byte[] bytes, Function<Cbor, T> shape) {
    try {
      return new Parsed.Ok<>(shape.apply(decode(bytes)));
    } catch (CborException e) {
      String reason = e.getMessage();
      return new Parsed.Malformed<>(reason == null ? "malformed" : reason);
    }
  }
}
