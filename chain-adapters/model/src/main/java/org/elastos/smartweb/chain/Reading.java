// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a quorum of sources answered. Only {@link Agreed} may be acted on; the others say who said
/// what.
public sealed interface Reading<T> {
  /// Enough sources gave this same answer at this block.
  record Agreed<T>(T value, BlockRef at) implements Reading<T> {}

  /// No answer; `code` is stable and made for programs.
  ///
  /// @param revertData what the contract gave back with `reverted`, to be decoded by its ABI; empty
  ///   with every other code
  record Unknown<T>(Code code, List<SourceAnswer> answers, Bytes revertData) implements Reading<T> {
    /// Keeps a copy of the answers.
    public Unknown {
      answers = List.copyOf(answers);
    }

    /// The same without an answer of another type.
    public <R> Unknown<R> as() {
      return new Unknown<>(code, answers, revertData);
    }

    /// No answer, and nothing that a contract gave back.
    public Unknown(Code code, List<SourceAnswer> answers) {
      this(code, answers, Bytes.EMPTY);
    }
  }

  /// Why there is no answer.
  enum Code {
    /// Sources contradicted each other and no quorum formed.
    SOURCES_DISAGREE("sources_disagree"),
    /// Too few sources answered in time.
    SOURCES_UNAVAILABLE("sources_unavailable"),
    /// The newest agreed block is older than allowed.
    STALE_NODE("stale_node"),
    /// A quorum says that the call reverts.
    REVERTED("reverted");

    private final String text;

    Code(String text) {
      this.text = text;
    }

    /// The stable code as it goes on the wire.
    public String text() {
      return text;
    }
  }

  /// What one source said, for people and alarms; `answer` is empty when it failed.
  record SourceAnswer(String source, Optional<String> answer, String detail) {}

  /// The value, when a quorum agreed.
  default Optional<T> agreed() {
    return switch (this) {
      case Agreed<T> agreed -> Optional.of(agreed.value());
      case Unknown<T> unknown -> Optional.empty();
    };
  }

  /// The same reading with its value changed; what is unknown stays unknown.
  default <R> Reading<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Agreed<T>(T value, BlockRef at) -> new Agreed<>(change.apply(value), at);
      case Unknown<T> unknown -> unknown.as();
    };
  }

  /// Goes on with the value; what is unknown stays unknown.
  default <R> Reading<R> then(Function<? super T, Reading<R>> next) {
    return switch (this) {
      case Agreed<T>(T value, BlockRef _) -> next.apply(value);
      case Unknown<T> unknown -> unknown.as();
    };
  }
}
