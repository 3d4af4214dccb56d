// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import java.util.Locale;
import java.util.Optional;

/// How a run ended.
public sealed interface RunOutcome {
  /// What it used.
  Usage usage();

  /// The capsule ended by itself.
  ///
  /// @param code its own; 0 is success
  /// @param hostFault the first fault of a host part that it was told of
  record Finished(int code, Optional<RuntimeException> hostFault, Usage usage)
      implements RunOutcome {}

  /// The host ended it.
  record Stopped(Reason reason, Usage usage) implements RunOutcome {}

  /// It did what a module must not do, such as reading outside its memory.
  record Trapped(String detail, Usage usage) implements RunOutcome {}

  /// Why the host ended a run.
  enum Reason {
    CPU_LIMIT,
    WALL_LIMIT,
    CALL_LIMIT,
    CANCELLED;

    /// The stable code.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
