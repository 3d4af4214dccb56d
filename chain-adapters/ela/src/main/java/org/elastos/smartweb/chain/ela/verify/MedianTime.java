// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.List;

/// The median of the last timestamps. Stateless.
final class MedianTime {
  /// How many blocks count.
  static final int BLOCKS = 11;

  private MedianTime() {}

  /// The element in the middle, the upper one of an even number; seconds.
  static long of(List<Long> times) {
    List<Long> sorted = times.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
