// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Instant;
import java.util.Optional;

/// What a channel says about access: whether it holds, and until when if it ends.
public record Right(boolean holds, Optional<Instant> until) {
  /// No access.
  public static final Right NONE = new Right(false, Optional.empty());

  /// Access without end.
  public static final Right OWNED = new Right(true, Optional.empty());

  boolean holdsAt(Instant time) {
    return holds && until.map(time::isBefore).orElse(true);
  }
}
