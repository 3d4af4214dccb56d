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
  record Failed<T>(String why) implements Answer<T> {}

  /// Whether it counts towards a quorum.
  default boolean counts() {
    return !(this instanceof Failed<T>);
  }
}
