// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.time.Duration;

/// How often a node lets itself be asked, beside each session's own bucket.
///
/// @param wallet licences for one wallet, over all its sessions
/// @param asset licences for one asset, over all wallets
/// @param address calls of any kind from one network address
record NodeLimits(TokenBuckets.Pace wallet, TokenBuckets.Pace asset, TokenBuckets.Pace address) {
  /// 80 and 8 a second for a wallet; 2,000 and 1,000 a second for an asset; 2,000 and 1,000 a
  /// second from an address, behind which a whole house or the operator's own proxy may sit.
  static final NodeLimits STANDARD =
      new NodeLimits(pace(80, 8), pace(2_000, 1_000), pace(2_000, 1_000));

  private static TokenBuckets.Pace pace(int burst, int perSecond) {
    return new TokenBuckets.Pace(burst, Duration.ofSeconds(1).dividedBy(perSecond));
  }
}
