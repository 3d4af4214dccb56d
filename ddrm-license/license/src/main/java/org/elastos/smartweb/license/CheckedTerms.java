// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.ddrm.Core;
import org.elastos.smartweb.ddrm.Statement;

/// Remembers which statements their works' creators signed, by the hash of work, payload and
/// signature (crypto core §2). Failures are not kept. Bounded; safe for many threads.
final class CheckedTerms {
  private final LatestUsed<Hash256, Boolean> known;

  CheckedTerms(int limit) {
    this.known = new LatestUsed<>(limit);
  }

  boolean isByCreator(Statement statement, Hash256 payload, Core core) {
    Hash256 key =
        Sha256.of(core.assetId().hash().bytes(), payload.bytes(), statement.signature().bytes());
    if (known.find(key).isPresent()) {
      return true;
    }
    boolean signed = statement.signedBy(core.pre().creator());
    if (signed) {
      known.keep(key, true);
    }
    return signed;
  }
}
