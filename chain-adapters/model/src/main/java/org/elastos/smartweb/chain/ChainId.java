// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

/// The number of an EVM chain (EIP-155), for example 20 for ESC, 22 for EID, 8453 for Base.
public record ChainId(long value) implements Comparable<ChainId> {
  /// @throws IllegalArgumentException unless positive
  public ChainId {
    if (value <= 0) {
      throw new IllegalArgumentException("a chain id is positive");
    }
  }

  @Override
  public int compareTo(ChainId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
