// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import org.elastos.smartweb.chain.Reading;

/// Carries a refusal up from a check inside this package; it is turned into a value at the border
/// and never leaves it. Without stack trace, as hostile input causes it.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final RefusalCode code;
  private final String detail;

  Refusal(RefusalCode code, String detail) {
    super(detail, null, false, false);
    this.code = code;
    this.detail = detail;
  }

  LicenseDecision.Refused toDecision() {
    return new LicenseDecision.Refused(code, detail);
  }

  static void unless(boolean holds, RefusalCode code, String detail) {
    if (!holds) {
      throw new Refusal(code, detail);
    }
  }

  static RefusalCode of(Reading.Code code) {
    return switch (code) {
      case SOURCES_DISAGREE -> RefusalCode.SOURCES_DISAGREE;
      case SOURCES_UNAVAILABLE, REVERTED -> RefusalCode.SOURCES_UNAVAILABLE;
      case STALE_NODE -> RefusalCode.STALE_NODE;
    };
  }

  /// The agreed value, else a refusal that says why there is none.
  static <T> T agreed(Reading<T> reading) {
    return switch (reading) {
      case Reading.Agreed<T> agreed -> agreed.value();
      case Reading.Unknown<T> unknown ->
          throw new Refusal(of(unknown.code()), "the chain gave no agreed answer");
    };
  }
}
