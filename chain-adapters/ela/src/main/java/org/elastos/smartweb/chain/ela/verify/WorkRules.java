// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

/// How a network sets its difficulty.
///
/// @param limitBits the bits of the first block, and the only ones where {@link #fixed} holds
/// @param interval blocks between two changes
/// @param timespan seconds that so many blocks shall take
/// @param factor how much one change may move the target up or down
public record WorkRules(long limitBits, int interval, long timespan, int factor) {
  /// The bits with which a network does not retarget at all.
  public static final long INSTANT_BITS = 0x207f_ffffL;

  /// Refuses numbers with which nothing could be computed.
  public WorkRules {
    if (Target.fromBits(limitBits).isEmpty() || interval < 2 || timespan < factor || factor < 1) {
      throw new IllegalArgumentException("work rules without a meaning");
    }
  }

  /// Whether every block has the limit's bits.
  public boolean fixed() {
    return limitBits == INSTANT_BITS;
  }
}
