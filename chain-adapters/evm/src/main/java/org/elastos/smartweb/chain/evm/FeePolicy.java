// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.math.BigInteger;

/// What a transaction may cost; wei for a unit of gas.
///
/// @param minTip the least tip (EIP-1559) or gas price (before it) that is offered
/// @param maxTip the greatest tip, whatever sources suggest
/// @param maxPrice a transaction that would need more is refused
/// @param maxGas a transaction that would need more gas is refused
public record FeePolicy(BigInteger minTip, BigInteger maxTip, BigInteger maxPrice, long maxGas) {
  static final BigInteger GWEI = BigInteger.TEN.pow(9);

  /// @throws IllegalArgumentException unless 0 <= minTip <= maxTip <= maxPrice and gas is positive
  public FeePolicy {
    if (minTip.signum() < 0
        || minTip.compareTo(maxTip) > 0
        || maxTip.compareTo(maxPrice) > 0
        || maxGas < 21_000) {
      throw new IllegalArgumentException("the limits of fees contradict each other");
    }
  }

  static FeePolicy gwei(long minTip, long maxTip, long maxPrice) {
    return new FeePolicy(
        GWEI.multiply(BigInteger.valueOf(minTip)),
        GWEI.multiply(BigInteger.valueOf(maxTip)),
        GWEI.multiply(BigInteger.valueOf(maxPrice)),
        15_000_000);
  }

  /// A suggested tip, moved into the allowed range.
  BigInteger clampTip(BigInteger suggested) {
    return suggested.max(minTip).min(maxTip);
  }
}
