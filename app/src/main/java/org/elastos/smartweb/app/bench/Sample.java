// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.util.List;

/// What several rounds gave for one quantity.
///
/// @param median the middle one, or the mean of the middle two
/// @param noise how far the rounds lie apart: greatest minus least, as a share of the median
public record Sample(double median, double noise) {
  /// A quantity that was measured once.
  public static Sample once(double value) {
    return new Sample(value, 0);
  }

  /// The median and the noise of these rounds.
  ///
  /// @throws IllegalArgumentException without a round
  public static Sample of(List<Double> rounds) {
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("a sample has at least one round");
    }
    List<Double> sorted = rounds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    double spread = sorted.getLast() - sorted.getFirst();
    return new Sample(median, median == 0 ? 0 : spread / median);
  }
}
