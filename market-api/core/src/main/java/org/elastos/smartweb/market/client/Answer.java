// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.client;

import java.util.Optional;

/// What came of asking a market.
public sealed interface Answer<T> {
  /// It answered. What it says is still only its word.
  record Given<T>(T value) implements Answer<T> {}

  /// It refused; `code` is the stable code of its problem document.
  record Refused<T>(int status, String code, String detail) implements Answer<T> {}

  /// It could not be reached, took too long, or answered something that is no answer. `code` is
  /// `unreachable`, `timeout` or `malformed_answer`.
  record Failed<T>(String code, String detail) implements Answer<T> {}

  /// The value, when one was given.
  default Optional<T> given() {
    return this instanceof Given<T>(T value) ? Optional.of(value) : Optional.empty();
  }
}
