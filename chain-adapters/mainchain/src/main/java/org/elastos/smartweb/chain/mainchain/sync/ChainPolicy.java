// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.util.Set;
import org.elastos.smartweb.chain.ela.ProgramHash;

/// What the operator decides about following the chain.
///
/// @param deepest how many blocks a reorganisation may undo before people must decide
/// @param depth how many blocks must stand on a confirmed one before it counts as final here
/// @param kept how many blocks below the final one keep their confirms and branches
/// @param watched program hashes whose transactions are kept with proofs
public record ChainPolicy(int deepest, int depth, int kept, Set<ProgramHash> watched) {
  /// 100 blocks; 6 blocks, as side chains wait; 1,000 blocks; nothing watched.
  public static final ChainPolicy DEFAULT = new ChainPolicy(100, 6, 1_000, Set.of());

  /// @throws IllegalArgumentException when a number is negative
  public ChainPolicy {
    watched = Set.copyOf(watched);
    if (deepest < 0 || depth < 0 || kept < 0) {
      throw new IllegalArgumentException("depths are not negative");
    }
  }

  /// The same with other program hashes.
  public ChainPolicy watching(Set<ProgramHash> others) {
    return new ChainPolicy(deepest, depth, kept, others);
  }
}
