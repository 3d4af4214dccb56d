// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers so many things, of which the one that was asked for longest ago makes way. Safe for
/// many threads.
final class LatestUsed<K, V> {
  private final int limit;
  private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);

  LatestUsed(int limit) {
    this.limit = limit;
  }

  synchronized Optional<V> find(K key) {
    return Optional.ofNullable(kept.get(key));
  }

  synchronized void keep(K key, V value) {
    kept.put(key, value);
    if (kept.size() > limit) {
      kept.remove(kept.keySet().iterator().next());
    }
  }
}
