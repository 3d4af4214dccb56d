// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

/// What comes of loading a bundle.
public sealed interface LoadOutcome {
  /// Every check passed; the capsule may be started.
  record Loaded(Capsule capsule) implements LoadOutcome {}

  /// It may not be started.
  ///
  /// @param code why
  /// @param detail for people; static text and, where it helps, a module's path
  record Refused(RefusalCode code, String detail) implements LoadOutcome {
    /// The stage that refused.
    public Stage stage() {
      return code.stage();
    }
  }
}
