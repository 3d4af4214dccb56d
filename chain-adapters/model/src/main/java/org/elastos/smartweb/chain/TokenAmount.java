// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

import java.math.BigInteger;

/// An amount in the smallest units of one token; the zero address names the chain's native coin
/// (wei).
public record TokenAmount(EvmAddress token, BigInteger units) {
  /// @throws IllegalArgumentException when negative
  public TokenAmount {
    if (units.signum() < 0) {
      throw new IllegalArgumentException("an amount is never negative");
    }
  }

  /// An amount of the native coin, in wei.
  public static TokenAmount wei(BigInteger wei) {
    return new TokenAmount(EvmAddress.ZERO, wei);
  }

  /// Whether this is the native coin.
  public boolean isNative() {
    return token.isZero();
  }
}
