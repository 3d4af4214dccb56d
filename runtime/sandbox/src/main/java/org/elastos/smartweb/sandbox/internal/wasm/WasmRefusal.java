// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.wasm;

/// Carries one refusal out of the pre-parse; the loader turns it into a value.
public final class WasmRefusal extends RuntimeException {
  /// Which rule refused.
  public enum Rule {
    MALFORMED,
    LIMIT,
    FEATURE,
    SHARED_MEMORY
  }

  private final Rule rule;

  private WasmRefusal(Rule rule, String text) {
    super(text, null, false, false);
    this.rule = rule;
  }

  /// Which rule refused.
  public Rule rule() {
    return rule;
  }

  static WasmRefusal malformed(String text) {
    return new WasmRefusal(Rule.MALFORMED, text);
  }

  static WasmRefusal limit(String text) {
    return new WasmRefusal(Rule.LIMIT, text);
  }

  static WasmRefusal feature(String text) {
    return new WasmRefusal(Rule.FEATURE, text);
  }

  static WasmRefusal shared() {
    return new WasmRefusal(Rule.SHARED_MEMORY, "shared memory");
  }
}
