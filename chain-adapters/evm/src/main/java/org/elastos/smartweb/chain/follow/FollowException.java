// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A fault of a follower: a stable code, a static text, and what varies as keys and values.
public final class FollowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Map<String, String> values;

  FollowException(String code, String text, Map<String, String> values, @Nullable Throwable cause) {
    super(text + " " + values, cause);
    this.code = code;
    this.values = Map.copyOf(values);
  }

  FollowException(String code, String text, Map<String, String> values) {
    this(code, text, values, null);
  }

  /// Under this name something else was followed before.
  static FollowException otherEvents(FollowSpec spec) {
    return new FollowException(
        "follower_of_other_events",
        "a follower of this name follows other events: take another name, so that all are read",
        Map.of("follower", spec.name()));
  }

  /// Names the fault for programs.
  public String code() {
    return code;
  }

  /// What varies.
  public Map<String, String> values() {
    return values;
  }
}
