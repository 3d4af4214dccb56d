// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.Optional;

/// What came of asking one node.
public sealed interface NodeOutcome {
  /// It gave a partial that was verified, with its receipt and, if one was wanted, its licence.
  record Honest(Receipt receipt, Optional<License.Signed> license) implements NodeOutcome {}

  /// It signed for a wrong partial; the evidence convinces anybody.
  record Convicted(Evidence evidence) implements NodeOutcome {}

  /// It answered something that cannot be used and proves nothing; another node is asked.
  record Useless(String reason) implements NodeOutcome {}

  /// It refused with this code.
  record Refused(String code) implements NodeOutcome {}

  /// It did not answer, or not in time.
  record Unreachable(String reason) implements NodeOutcome {}

  /// Enough others answered first.
  record NotNeeded() implements NodeOutcome {}

  /// Whether the node answered at all, whatever it said.
  default boolean answered() {
    return switch (this) {
      case Honest honest -> true;
      case Convicted convicted -> true;
      case Useless useless -> true;
      case Refused refused -> true;
      case Unreachable unreachable -> false;
      case NotNeeded notNeeded -> false;
    };
  }

  /// The stable code of the outcome, for people and logs.
  default String code() {
    return switch (this) {
      case Honest honest -> "ok";
      case Convicted convicted -> "bad_partial";
      case Useless(String reason) -> reason;
      case Refused(String code) -> code;
      case Unreachable(String reason) -> reason;
      case NotNeeded notNeeded -> "not_needed";
    };
  }

  /// The evidence, if there is any.
  default Optional<Evidence> conviction() {
    return this instanceof Convicted(Evidence evidence) ? Optional.of(evidence) : Optional.empty();
  }
}
