// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.time.Duration;

/// How patiently and how much is read.
///
/// @param maxAge a newest agreed block older than this is refused as `stale_node`
/// @param timeout for one request to one source
/// @param maxResponseBytes a longer answer fails that source
/// @param logRange how many blocks one request for events may span
public record ReadPolicy(Duration maxAge, Duration timeout, int maxResponseBytes, int logRange) {
  /// 15 s, 5 s, 8 MiB, 2,000 blocks.
  public static final ReadPolicy DEFAULT =
      new ReadPolicy(Duration.ofSeconds(15), Duration.ofSeconds(5), 8 << 20, 2_000);

  /// @throws IllegalArgumentException unless all are positive
  public ReadPolicy {
    if (!maxAge.isPositive() || !timeout.isPositive() || maxResponseBytes < 1 || logRange < 1) {
      throw new IllegalArgumentException("the limits of reading are positive");
    }
  }

  /// The same with another greatest age.
  public ReadPolicy withMaxAge(Duration age) {
    return new ReadPolicy(age, timeout, maxResponseBytes, logRange);
  }

  /// The same with another patience for one request.
  public ReadPolicy withTimeout(Duration patience) {
    return new ReadPolicy(maxAge, patience, maxResponseBytes, logRange);
  }
}
