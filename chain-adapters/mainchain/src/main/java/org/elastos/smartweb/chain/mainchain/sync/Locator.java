// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.mainchain.ChainPosition;
import org.elastos.smartweb.chain.mainchain.HeaderStore;

/// The blocks by which a source finds out where its chain leaves ours. Stateless.
final class Locator {
  private static final int DENSE = 10;
  private static final int MOST = 100;

  private Locator() {}

  /// First the end of the branch that the source itself showed, if it is another than our chain: a
  /// longer branch comes in many parts, and would never be seen whole by whoever always asked from
  /// our own chain on. Then our chain, from the block below the best one, so that a source that has
  /// our best block shows it to us, down to the final one; every block first, then ever fewer.
  ///
  /// @param shown the newest block that the source showed
  static List<ChainPosition> of(HeaderStore store, Optional<Hash256> shown) {
    List<ChainPosition> locator = new ArrayList<>();
    shown.ifPresent(tip -> branch(locator, tip, store));
    long last = store.finalHeight();
    long height = Math.max(last, store.best().height() - 1);
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

  private static void branch(List<ChainPosition> locator, Hash256 tip, HeaderStore store) {
    long last = store.finalHeight();
    Optional<ChainPoint> at = store.point(tip);
    while (at.isPresent() && locator.size() < DENSE && at.get().height() > last) {
      ChainPoint here = at.get();
      if (store.bestAt(here.height()).filter(here.hash()::equals).isPresent()) {
        return;
      }
      locator.add(new ChainPosition(here.height(), here.hash()));
      at = store.point(here.previous());
    }
  }

  private static void add(List<ChainPosition> locator, long height, Optional<Hash256> hash) {
    hash.ifPresent(found -> locator.add(new ChainPosition(height, found)));
  }
}
