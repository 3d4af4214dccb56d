// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.LinkedHashMap;
import java.util.Map;
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
  private final int limit;
  private final Map<Hash256, CheckedHeader> byHash = new LinkedHashMap<>(16, 0.75f, true);

  CheckedHeaders(int limit) {
    this.limit = limit;
  }

  Optional<CheckedHeader> check(ThresholdHeader header, Hash256 asset) {
    Hash256 label = new KemTarget(header.gk(), asset, header.policyHash()).label();
    Hash256 key = Sha256.of(label.bytes(), header.bytes());
    Optional<CheckedHeader> known = find(key);
    if (known.isPresent()) {
      return known;
    }
    Optional<CheckedHeader> checked = ThresholdKem.check(header, asset);
    checked.ifPresent(fresh -> keep(key, fresh));
    return checked;
  }

  private synchronized Optional<CheckedHeader> find(Hash256 key) {
    return Optional.ofNullable(byHash.get(key));
  }

  private synchronized void keep(Hash256 key, CheckedHeader header) {
    byHash.put(key, header);
    if (byHash.size() > limit) {
      byHash.remove(byHash.keySet().iterator().next());
    }
  }
}
