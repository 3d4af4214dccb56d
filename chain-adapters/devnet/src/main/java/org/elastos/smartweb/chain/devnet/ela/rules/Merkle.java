// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Sha256d;

/// The tree over a block's transactions. Stateless.
public final class Merkle {
  private Merkle() {}

  /// The root: pairs are hashed left then right, the last of an odd level twice.
  ///
  /// @throws IllegalArgumentException without leaves
  public static Hash256 root(List<Hash256> leaves) {
    if (leaves.isEmpty()) {
      throw new IllegalArgumentException("a tree needs leaves");
    }
    List<Hash256> level = leaves;
    while (level.size() > 1) {
      List<Hash256> above = new ArrayList<>();
      for (int i = 0; i < level.size(); i += 2) {
        above.add(Sha256d.of(level.get(i), level.get(Math.min(i + 1, level.size() - 1))));
      }
      level = above;
    }
    return level.getFirst();
  }

  /// Climbs a branch: bit k of the index says whether the k-th sibling stands left.
  public static Hash256 fold(Hash256 leaf, List<Hash256> branch, long index) {
    Hash256 hash = leaf;
    long bits = index;
    for (Hash256 sibling : branch) {
      hash = (bits & 1) == 1 ? Sha256d.of(sibling, hash) : Sha256d.of(hash, sibling);
      bits >>>= 1;
    }
    return hash;
  }
}
