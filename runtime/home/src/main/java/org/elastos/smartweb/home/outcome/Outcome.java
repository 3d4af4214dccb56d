// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.outcome;

import java.util.function.Function;

/// What became of something that was asked of the home.
public sealed interface Outcome<T> {
  /// It was done.
  record Done<T>(T value) implements Outcome<T> {}

  /// It was not, and nothing changed.
  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  /// A refusal without more.
  static <T> Outcome<T> refused(Refusal.Kind kind, String code, String detail) {
    return new Refused<>(new Refusal(kind, code, detail));
  }

  /// The same outcome with another value.
  default <R> Outcome<R> map(Function<T, R> change) {
    return switch (this) {
      case Done<T>(T value) -> new Done<>(change.apply(value));
      case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
    };
  }

  /// The outcome of what follows.
  default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
    };
  }
}
