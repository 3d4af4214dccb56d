// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A fault of the EVM adapter: a stable code, a static text, and what varies as keys and values.
public final class EvmException extends RuntimeException {
  private final String code;
  private final transient Map<String, String> values;

  EvmException(String code, String text, Map<String, String> values, @Nullable Throwable cause) {
    super(text + " " + values, cause);
    this.code = code;
    this.values = Map.copyOf(values);
  }

  EvmException(String code, String text, Map<String, String> values) {
    this(code, text, values, null);
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
