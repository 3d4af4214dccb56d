// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.bundle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a module of a bundle is for.
public enum Role {
  /// Runs as the capsule; exports `capsule_start`.
  MAIN,
  /// Checks the others first, in an instance of its own; exports `capsule_verify`.
  LOADER,
  /// Carried and checked, not run by itself.
  PART;

  /// The manifest's spelling.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Role> named(String text) {
    return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
  }
}
