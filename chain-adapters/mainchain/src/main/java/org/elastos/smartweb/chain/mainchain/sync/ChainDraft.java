// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.HeaderView;
import org.elastos.smartweb.chain.mainchain.BlockChange;
import org.elastos.smartweb.chain.mainchain.HeaderStore;

/// The stored chain with changes on top that are not stored yet. Not thread-safe.
final class ChainDraft implements HeaderView {
  private final HeaderStore store;
  private final Set<Hash256> absent;
  private final ChainPoint basis;
  private final Map<Hash256, ChainPoint> added = new HashMap<>();
  private final Map<Long, Hash256> bestAt = new HashMap<>();
  private final List<BlockChange> changes = new ArrayList<>();
  private final long finalHeight;
  private ChainPoint best;

  /// @param absent blocks of which it is known that they are not stored
  ChainDraft(HeaderStore store, Set<Hash256> absent) {
    this.store = store;
    this.absent = absent;
    this.basis = store.best();
    this.finalHeight = store.finalHeight();
    this.best = basis;
  }

  /// Puts a change on top.
  void add(BlockChange change) {
    ChainPoint point = change.point();
    added.put(point.hash(), point);
    changes.add(change);
    if (change.adopted().isEmpty()) {
      return;
    }
    long height = point.height() - change.adopted().size() + 1;
    for (Hash256 adopted : change.adopted()) {
      bestAt.put(height, adopted);
      height++;
    }
    best = point;
  }

  /// The best block from which the changes start.
  ChainPoint basis() {
    return basis;
  }

  List<BlockChange> changes() {
    return changes;
  }

  @Override
  public ChainPoint best() {
    return best;
  }

  @Override
  public long finalHeight() {
    return finalHeight;
  }

  @Override
  public Optional<ChainPoint> point(Hash256 hash) {
    ChainPoint point = added.get(hash);
    if (point != null) {
      return Optional.of(point);
    }
    if (hash.equals(basis.hash())) {
      return Optional.of(basis);
    }
    return absent.contains(hash) ? Optional.empty() : store.point(hash);
  }

  /// Above the best block there is nothing, even where an older branch was longer.
  @Override
  public Optional<Hash256> bestAt(long height) {
    if (height > best.height()) {
      return Optional.empty();
    }
    Hash256 hash = bestAt.get(height);
    return hash != null ? Optional.of(hash) : store.bestAt(height);
  }
}
