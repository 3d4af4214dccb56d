// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.threshold.CheckedHeader;
import org.elastos.smartweb.threshold.KemTarget;
import org.elastos.smartweb.threshold.ThresholdHeader;
import org.elastos.smartweb.threshold.ThresholdKem;

/// Remembers headers that were checked, by SHA-256(label ‖ K): the whole header, so that no two can
/// share an entry (decision A4). Failures are not kept. Bounded; safe for many threads.
final class CheckedHeaders {
  private final LatestUsed<Hash256, CheckedHeader> byHash;

  CheckedHeaders(int limit) {
    this.byHash = new LatestUsed<>(limit);
  }

  Optional<CheckedHeader> check(ThresholdHeader header, Hash256 asset) {
    Hash256 label = new KemTarget(header.gk(), asset, header.policyHash()).label();
    Hash256 key = Sha256.of(label.bytes(), header.bytes());
    Optional<CheckedHeader> known = byHash.find(key);
    if (known.isPresent()) {
      return known;
    }
    Optional<CheckedHeader> checked = ThresholdKem.check(header, asset);
    checked.ifPresent(fresh -> byHash.keep(key, fresh));
    return checked;
  }
}
