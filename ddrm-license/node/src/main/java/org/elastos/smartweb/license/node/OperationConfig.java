// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.time.Duration;

/// How an operator wants one node kept in order.
///
/// @param anchorEvery how often the audit is anchored on the committee contract
/// @param keepPersonal how long the audit keeps who asked for what
public record OperationConfig(Duration anchorEvery, Duration keepPersonal) {
  /// Every ten minutes; ninety days.
  public static final OperationConfig STANDARD =
      new OperationConfig(Duration.ofMinutes(10), Duration.ofDays(90));

  /// @throws IllegalArgumentException when one is not positive
  public OperationConfig {
    if (!anchorEvery.isPositive() || !keepPersonal.isPositive()) {
      throw new IllegalArgumentException("times of a node's operation are positive");
    }
  }
}
