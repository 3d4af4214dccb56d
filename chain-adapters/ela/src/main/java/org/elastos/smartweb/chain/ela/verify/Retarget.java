// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.math.BigInteger;

/// Which bits a block must have (docs/spec/mainchain.md, "Retarget"). Stateless.
final class Retarget {
  private static final long U32 = 0xffff_ffffL;

  private Retarget() {}

  /// The bits of the block above `previous`.
  static long bitsAfter(ChainPoint previous, WorkRules rules) {
    if (previous.height() == 0 || rules.fixed()) {
      return rules.limitBits();
    }
    if ((previous.height() + 1) % rules.interval() != 0) {
      return previous.bits();
    }
    long span = (previous.timestamp() - previous.windowStart()) & U32;
    return retargeted(previous.bits(), span, rules);
  }

  /// The bits after a window at `bits` that took `span` seconds.
  ///
  /// The node subtracts times as unsigned 32-bit numbers: a window that ends before it begins
  /// counts as the longest one. So do we.
  static long retargeted(long bits, long span, WorkRules rules) {
    long shortest = rules.timespan() / rules.factor();
    long longest = rules.timespan() * rules.factor();
    long clamped = Math.clamp(span, shortest, longest);
    BigInteger old = Target.fromBits(bits).map(Target::value).orElse(BigInteger.ZERO);
    BigInteger next =
        old.multiply(BigInteger.valueOf(clamped)).divide(BigInteger.valueOf(rules.timespan()));
    return Target.compact(next.min(Target.LIMIT));
  }
}
