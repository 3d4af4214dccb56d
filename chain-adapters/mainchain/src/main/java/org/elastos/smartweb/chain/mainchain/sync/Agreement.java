// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.HeaderView;

/// Up to which height all sources have shown the best chain. Where work alone decides, depth makes
/// nothing final before several sources agree on it, every one that is asked: one honest source
/// among them is enough to keep a liar's blocks from becoming final (docs/spec/mainchain.md,
/// "Header store"). Thread-safe.
final class Agreement {
  /// Fewer sources than this agree on nothing.
  static final int LEAST = 2;

  /// A source whose branch is longer than this has not agreed.
  private static final int MOST_STEPS = 100;

  private final Map<String, Optional<Hash256>> shown = new HashMap<>();

  /// A source that is asked from now on.
  synchronized void expect(String source) {
    shown.putIfAbsent(source, Optional.empty());
  }

  /// A source that is asked no more.
  synchronized void forget(String source) {
    shown.remove(source);
  }

  /// The newest block that a source showed and that holds.
  synchronized void shows(String source, Hash256 block) {
    shown.put(source, Optional.of(block));
  }

  /// What a source showed last.
  synchronized Optional<Hash256> of(String source) {
    return shown.getOrDefault(source, Optional.empty());
  }

  /// The greatest height of the best chain that all sources have shown; -1 when one of them has
  /// shown nothing of it, or when there are too few.
  synchronized long height(HeaderView view) {
    return shown.size() < LEAST
        ? -1
        : shown.values().stream().mapToLong(tip -> meeting(view, tip)).min().orElse(-1);
  }

  private static long meeting(HeaderView view, Optional<Hash256> tip) {
    Optional<ChainPoint> at = tip.flatMap(view::point);
    for (int step = 0; step < MOST_STEPS && at.isPresent(); step++) {
      ChainPoint here = at.get();
      if (view.bestAt(here.height()).filter(here.hash()::equals).isPresent()) {
        return here.height();
      }
      at = view.point(here.previous());
    }
    return -1;
  }
}
