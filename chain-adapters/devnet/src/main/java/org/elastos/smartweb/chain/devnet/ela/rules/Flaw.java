// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import java.util.Optional;

/// Why the node refuses a transaction, a block or a request: a stable code, and for people what it
/// saw. Immutable.
public record Flaw(String code, String detail) {
  /// A flaw as an outcome.
  public static Optional<Flaw> of(String code, Object detail) {
    return Optional.of(new Flaw(code, String.valueOf(detail)));
  }

  /// The flaw where the condition holds, nothing otherwise.
  static Optional<Flaw> when(boolean broken, String code, Object detail) {
    return broken ? of(code, detail) : Optional.empty();
  }

  @Override
  public String toString() {
    return code + ": " + detail;
  }
}
