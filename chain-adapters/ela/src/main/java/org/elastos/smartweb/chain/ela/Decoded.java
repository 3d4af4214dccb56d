// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import java.util.function.Function;

/// What became of bytes that claimed to be a value: the value, or a refusal that says where and
/// why.
///
/// @param <T> the value's type
public sealed interface Decoded<T> {
  /// The bytes are exactly this value: writing it gives them back.
  record Value<T>(T value) implements Decoded<T> {}

  /// The bytes are no such value.
  ///
  /// @param code the stable reason
  /// @param offset the byte at which reading stopped, from 0
  /// @param detail the field, for people
  record Refused<T>(Refusal code, int offset, String detail) implements Decoded<T> {}

  /// The same outcome with the value replaced.
  default <R> Decoded<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Value<T>(T value) -> new Value<>(change.apply(value));
      case Refused<T>(var code, var offset, var detail) -> new Refused<>(code, offset, detail);
    };
  }

  /// The value, where a refusal would be a fault of the caller's own.
  ///
  /// @throws IllegalArgumentException when the bytes were refused
  default T orElseThrow() {
    return switch (this) {
      case Value<T>(T value) -> value;
      case Refused<T>(var code, var offset, var detail) ->
          throw new IllegalArgumentException(
              "bytes refused: code=" + code.code() + " offset=" + offset + " field=" + detail);
    };
  }
}
