// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import org.elastos.smartweb.chain.Bytes;

/// What one source made of a question.
sealed interface Answer<T> {
  /// It gave a value.
  record Said<T>(T value) implements Answer<T> {}

  /// It says that the call reverts.
  record Reverts<T>(Bytes data) implements Answer<T> {}

  /// It was silent or made no sense.
  ///
  /// @param tooMuch whether it may answer when less is asked for
  record Failed<T>(String why, boolean tooMuch) implements Answer<T> {
    Failed(String why) {
      this(why, false);
    }
  }

  /// Whether it counts towards a quorum.
  default boolean counts() {
    return !(this instanceof Failed<T>);
  }
}
