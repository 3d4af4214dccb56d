// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import org.elastos.smartweb.chain.Bytes;

/// What a licence node decides about one message.
public sealed interface LicenseDecision {
  /// Yes; `answer` is the body to send, CBOR.
  record Granted(Bytes answer) implements LicenseDecision {}

  /// No; `detail` is for people and holds nothing secret.
  record Refused(RefusalCode code, String detail) implements LicenseDecision {}
}
