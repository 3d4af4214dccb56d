// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A fault of the development chain: a static text, and what varies as keys and values.
public final class DevnetException extends RuntimeException {
  private final transient Map<String, String> values;

  /// A fault with its cause.
  public DevnetException(String text, Map<String, String> values, @Nullable Throwable cause) {
    super(text + " " + values, cause);
    this.values = Map.copyOf(values);
  }

  /// A fault.
  public DevnetException(String text, Map<String, String> values) {
    this(text, values, null);
  }

  /// What varies, for logs and for people.
  public Map<String, String> values() {
    return values;
  }
}
