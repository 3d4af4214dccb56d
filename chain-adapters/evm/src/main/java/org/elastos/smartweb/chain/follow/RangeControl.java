// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

/// Finds how many blocks to ask for, so that a step brings about as many events as wanted: halves
/// when sources refuse, at most doubles when there is room. Used by one thread at a time.
final class RangeControl {
  private final int most;
  private final int events;
  private long span;

  /// @param first how many blocks to begin with
  /// @param most how many there may be
  /// @param events about how many are wanted
  RangeControl(int first, int most, int events) {
    this.most = most;
    this.events = events;
    this.span = first;
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

  /// A request of so many blocks was refused; false when that was a single one.
  boolean shrinkBelow(long blocks) {
    span = Math.max(1, Math.min(span, blocks) / 2);
    return blocks > 1;
  }

  /// A request of `blocks` blocks brought so many events.
  void took(long blocks, int found) {
    long fitting = found == 0 ? most : blocks * events / found;
    span = Math.clamp(Math.min(fitting, span * 2), 1, most);
  }
}
