// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

/// Carries one refusal from a stage to the loader's border, where it becomes a value.
final class LoadRefusal extends RuntimeException {
  private final RefusalCode code;

  LoadRefusal(RefusalCode code, String detail) {
    super(detail, null, false, false);
    this.code = code;
  }

  LoadOutcome.Refused value() {
    return new LoadOutcome.Refused(code, String.valueOf(getMessage()));
  }
}
