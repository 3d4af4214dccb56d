// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import org.jspecify.annotations.Nullable;

/// One source failed at one question: silence, nonsense, or an error of its own. The text is for
/// people and never holds the source's address.
final class SourceFault extends RuntimeException {
  /// What is said of a source that did not answer in time.
  static final String LATE = "no answer in time";

  private final boolean tooMuch;

  SourceFault(String text) {
    this(text, null);
  }

  SourceFault(String text, @Nullable Throwable cause) {
    this(text, cause, false);
  }

  private SourceFault(String text, @Nullable Throwable cause, boolean tooMuch) {
    super(text, cause);
    this.tooMuch = tooMuch;
  }

  /// More was asked for than the source, or our own bound on answers, gives at a time.
  static SourceFault tooMuch(String text, @Nullable Throwable cause) {
    return new SourceFault(text, cause, true);
  }

  /// Whether the same question for less may be answered.
  boolean isTooMuch() {
    return tooMuch;
  }
}
