// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

/// When a block counts as final on a chain.
public sealed interface Finality {
  /// The block that the chain's own consensus calls `finalized`.
  record Tag() implements Finality {}

  /// The block this many blocks below the newest agreed one.
  record Depth(int blocks) implements Finality {
    /// @throws IllegalArgumentException when negative
    public Depth {
      if (blocks < 0) {
        throw new IllegalArgumentException("a depth is not negative");
      }
    }
  }
}
