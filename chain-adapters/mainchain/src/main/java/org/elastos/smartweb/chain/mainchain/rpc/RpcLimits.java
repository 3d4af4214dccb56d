// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import java.time.Duration;

/// How patiently and how much is read from a node.
///
/// @param timeout for one exchange, from the first byte sent to the last one read
/// @param maxResponseBytes a longer answer is a failure
/// @param batch how many questions go in one exchange
public record RpcLimits(Duration timeout, int maxResponseBytes, int batch) {
  /// 20 s; 40 MiB, which holds the largest block in hexadecimal and its confirm; 50 questions.
  public static final RpcLimits DEFAULT = new RpcLimits(Duration.ofSeconds(20), 40 << 20, 50);

  /// @throws IllegalArgumentException unless all are positive
  public RpcLimits {
    if (!timeout.isPositive() || maxResponseBytes < 1 || batch < 1) {
      throw new IllegalArgumentException("the limits of reading are positive");
    }
  }
}
