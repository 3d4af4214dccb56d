// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.cbor.DagCbor;
import org.elastos.smartweb.cbor.Parsed;
import org.elastos.smartweb.chain.Bytes;

/// Strict reading of the messages' encodings. Stateless.
final class Wire {
  private static final String OTHER_VERSION = "another version";
  private static final long LAST_SECOND = Instant.MAX.getEpochSecond();

  private Wire() {}

  /// Reads a message of at most `max` bytes, or refuses.
  static <T> T read(Bytes message, int max, Function<CborMap, T> shape) {
    Refusal.unless(message.size() <= max, RefusalCode.BAD_ENCODING, "a message is too long");
    return switch (parse(message, shape)) {
      case Parsed.Ok<T>(T value) -> value;
      case Parsed.Malformed<T>(String reason) ->
          throw new Refusal(
              reason.equals(OTHER_VERSION)
                  ? RefusalCode.UNSUPPORTED_VERSION
                  : RefusalCode.BAD_ENCODING,
              reason);
    };
  }

  static <T> Parsed<T> parse(Bytes message, Function<CborMap, T> shape) {
    return DagCbor.parse(message.bytes(), value -> shaped(value, shape));
  }

  /// Reads a message that lies encoded inside another.
  ///
  /// @throws CborException when it has another shape
  static <T> T nested(Bytes message, Function<CborMap, T> shape) {
    return shaped(DagCbor.decode(message.bytes()), shape);
  }

  private static <T> T shaped(Cbor value, Function<CborMap, T> shape) {
    CborMap map = value.asMap();
    if (map.uint("v") != 1) {
      throw new CborException(OTHER_VERSION);
    }
    try {
      T read = shape.apply(map);
      map.end();
      return read;
    } catch (IllegalArgumentException outOfBounds) {
      throw new CborException("a field is out of bounds");
    }
  }

  static Cbor seconds(Instant time) {
    return Cbor.of(time.getEpochSecond());
  }

  static Instant seconds(CborMap map, String key) {
    return instant(map.value(key));
  }

  static Optional<Instant> optionalSeconds(CborMap map, String key) {
    return map.optional(key, Wire::instant);
  }

  private static Instant instant(Cbor value) {
    long seconds = value.asUint();
    if (seconds > LAST_SECOND) {
      throw new CborException("a time is out of range");
    }
    return Instant.ofEpochSecond(seconds);
  }
}
