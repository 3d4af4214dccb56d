// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

/// Finds how many blocks to ask for, so that a step brings about as many events as wanted: halves
/// when sources refuse, at most doubles when there is room. Used by one thread at a time.
final class RangeControl {
  private final FollowPolicy policy;
  private long span;

  RangeControl(FollowPolicy policy) {
    this.policy = policy;
    this.span = policy.firstRange();
  }

  long span() {
    return span;
  }

  /// A request was refused or failed; false when it cannot be made smaller.
  boolean shrink() {
    boolean possible = span > 1;
    span = Math.max(1, span / 2);
    return possible;
  }

  /// A request of `blocks` blocks brought so many events.
  void took(long blocks, int events) {
    long fitting = events == 0 ? policy.mostRange() : blocks * policy.events() / events;
    span = Math.clamp(Math.min(fitting, span * 2), 1, policy.mostRange());
  }
}
