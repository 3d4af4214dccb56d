// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.outcome;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Why the home did not do what was asked.
///
/// @param kind what sort of refusal it is, whatever the code
/// @param code stable, for programs
/// @param detail for people
/// @param more whatever else helps, such as which nodes answered; JSON values only
public record Refusal(Kind kind, String code, String detail, Map<String, Object> more) {
  /// Keeps a copy, in order.
  public Refusal {
    more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
  }

  /// A refusal that says no more than this.
  public Refusal(Kind kind, String code, String detail) {
    this(kind, code, detail, Map.of());
  }

  /// Sorts of refusals.
  public enum Kind {
    /// The request itself makes no sense.
    INVALID,
    /// It may not be done.
    FORBIDDEN,
    /// What it names is not here.
    NOT_FOUND,
    /// It cannot be done as things stand.
    CONFLICT,
    /// Too many at once.
    BUSY,
    /// Somebody else who is needed did not answer.
    UNAVAILABLE
  }
}
