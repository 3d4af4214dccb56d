// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import java.util.Map;

/// A fault of this module: a stable code, a static text, and what varies as keys and values.
public final class MainchainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Map<String, String> values;

  public MainchainException(String code, String text, Map<String, String> values) {
    super(values.isEmpty() ? text : text + " " + values);
    this.code = code;
    this.values = Map.copyOf(values);
  }

  /// Names the fault for programs.
  public String code() {
    return code;
  }

  /// What varies, for logs and for people.
  public Map<String, String> values() {
    return values;
  }
}
