// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.outcome;

import java.util.LinkedHashMap;
import java.util.Map;

/// Ends a command with a stable code, a sentence for people, and what to do about it.
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String remedy;
  private final transient Map<String, Object> facts;

  /// @param code stable, for programs, such as `not_running`
  /// @param message what is wrong, one sentence
  /// @param remedy what to do, one sentence
  public CommandFailure(String code, String message, String remedy) {
    this(code, message, remedy, Map.of());
  }

  /// As above, with facts that programs may want.
  public CommandFailure(String code, String message, String remedy, Map<String, ?> facts) {
    super(message);
    this.code = code;
    this.remedy = remedy;
    this.facts = new LinkedHashMap<>(facts);
  }

  /// The stable code.
  public String code() {
    return code;
  }

  /// What to do about it.
  public String remedy() {
    return remedy;
  }

  /// Facts by name, in the order given.
  public Map<String, Object> facts() {
    return facts;
  }
}
