// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Instant;
import java.util.Optional;

/// What a channel says about somebody's access to an edition: of which kind it is, and until when
/// if it ends. Immutable.
public record Right(Kind kind, Optional<Instant> until) {
  /// No access.
  public static final Right NONE = new Right(Kind.NONE, Optional.empty());

  /// Access without end.
  public static final Right OWNED = new Right(Kind.OWNED, Optional.empty());

  /// How somebody came by it.
  public enum Kind {
    /// Not at all.
    NONE,
    /// A unit is his.
    OWNED,
    /// A unit was rented.
    RENTED,
    /// A subscription runs.
    SUBSCRIBED,
    /// In some other way, as by a loan or a bundle.
    OTHER,
    /// A unit is his that he may still give back for his money: nothing is given until he accepts
    /// it or the window ends (decision C3).
    REFUNDABLE,
    /// What he had for a time has ended.
    ENDED
  }

  boolean grants() {
    return switch (kind) {
      case OWNED, RENTED, SUBSCRIBED, OTHER -> true;
      case NONE, REFUNDABLE, ENDED -> false;
    };
  }
}
