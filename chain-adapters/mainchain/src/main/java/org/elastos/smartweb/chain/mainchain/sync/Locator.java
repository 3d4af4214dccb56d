// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.mainchain.ChainPosition;
import org.elastos.smartweb.chain.mainchain.HeaderStore;

/// The blocks by which a source finds out where its chain leaves ours. Stateless.
final class Locator {
  private static final int DENSE = 10;
  private static final int MOST = 100;

  private Locator() {}

  /// From the block below the best one, so that a source that has our best block shows it to us,
  /// down to the final one; every block first, then ever fewer.
  static List<ChainPosition> of(HeaderStore store) {
    long last = store.finalHeight();
    long height = Math.max(last, store.best().height() - 1);
    List<ChainPosition> locator = new ArrayList<>();
    long step = 1;
    while (height > last && locator.size() < MOST) {
      add(locator, height, store.bestAt(height));
      if (locator.size() >= DENSE) {
        step *= 2;
      }
      height -= step;
    }
    add(locator, last, store.bestAt(last));
    return locator;
  }

  private static void add(List<ChainPosition> locator, long height, Optional<Hash256> hash) {
    hash.ifPresent(found -> locator.add(new ChainPosition(height, found)));
  }
}
