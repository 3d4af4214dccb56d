// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import org.elastos.smartweb.chain.Reading;

/// Port to revocations on the committee's board. Safe for many threads.
public interface RevocationReader {
  /// Whether the wallet revoked this delegation or its device, at the newest agreed block.
  Reading<Boolean> isRevoked(Delegation delegation);
}
