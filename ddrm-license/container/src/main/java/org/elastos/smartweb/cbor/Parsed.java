// SPDX-License-Identifier: MIT
package org.elastos.smartweb.cbor;

import java.util.Optional;

/// The outcome of reading bytes from outside.
public sealed interface Parsed<T> {
  /// The bytes had exactly the expected shape.
  record Ok<T>(T value) implements Parsed<T> {}

  /// They had not; the text is static and names the first thing that is wrong.
  record Malformed<T>(String reason) implements Parsed<T> {}

  /// The value, if there is one.
  default Optional<T> toOptional() {
    return switch (this) {
      case Ok<T>(T value) -> Optional.of(value);
      case Malformed<T> _ -> Optional.empty();
    };
  }
}
