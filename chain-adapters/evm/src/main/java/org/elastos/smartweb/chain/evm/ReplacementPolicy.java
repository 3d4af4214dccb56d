// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.time.Duration;

/// When a transaction that nobody includes is replaced by one that pays more.
///
/// @param after how long it is waited for, each time
/// @param most how many versions there may be, the first one counted
public record ReplacementPolicy(Duration after, int most) {
  /// After 45 s each, twelve versions: up to 3.6 times the first price, within the profile's limit.
  public static final ReplacementPolicy DEFAULT = new ReplacementPolicy(Duration.ofSeconds(45), 12);

  /// @throws IllegalArgumentException unless positive and at most a hundred versions
  public ReplacementPolicy {
    if (!after.isPositive() || most < 1 || most > 100) {
      throw new IllegalArgumentException("the limits of replacing contradict each other");
    }
  }
}
