// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

/// How many members a committee has and how many of them are needed; n in 1..255, n ≥ 2t−1.
public record CommitteeShape(int members, int threshold) {
  /// @throws IllegalArgumentException outside that range
  public CommitteeShape {
    if (threshold < 1 || members > 255 || members < 2 * threshold - 1) {
      throw new IllegalArgumentException("needs 1 <= t, n <= 255 and n >= 2t-1");
    }
  }

  /// Whether an index names a member.
  public boolean holds(int index) {
    return index >= 1 && index <= members;
  }
}
