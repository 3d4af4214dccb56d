// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.Arrays;
import java.util.List;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Sha256d;

/// The Merkle tree of a block's transactions: pairs are hashed together, an odd last node with
/// itself. Stateless.
public final class MerkleTree {
  private MerkleTree() {}

  /// The root of at least one leaf, in internal order.
  ///
  /// @throws IllegalArgumentException when there is no leaf
  public static Hash256 root(List<Hash256> leaves) {
    if (leaves.isEmpty()) {
      throw new IllegalArgumentException("a tree has a leaf");
    }
    return subtree(leaves, PartialMerkleTree.height(leaves.size()));
  }

  /// The node so many levels above these leaves, which need not fill it.
  static Hash256 subtree(List<Hash256> leaves, int levels) {
    return new Climb(leaves).up(levels);
  }

  /// Whether the leaves, and no other list, have this root: two equal nodes side by side are
  /// refused, because the list without the repeated ones has the same root (CVE-2012-2459).
  public static Verdict check(List<Hash256> leaves, Hash256 root) {
    if (leaves.isEmpty()) {
      return Verdict.invalid(Rule.MERKLE_EMPTY);
    }
    Climb climb = new Climb(leaves);
    Hash256 found = climb.up(PartialMerkleTree.height(leaves.size()));
    if (climb.mutated) {
      return Verdict.invalid(Rule.MERKLE_MUTATED, "leaves", leaves.size());
    }
    return found.equals(root)
        ? Verdict.valid()
        : Verdict.differs(Rule.MERKLE_ROOT_WRONG, root.hex(), found.hex());
  }

  /// One way up, level by level, in one array.
  private static final class Climb {
    private final Sha256d sha = new Sha256d();
    private final byte[] level;
    private final byte[] parent = new byte[Hash256.BYTES];
    private int width;
    private boolean mutated;

    Climb(List<Hash256> leaves) {
      level = new byte[leaves.size() * Hash256.BYTES];
      for (Hash256 leaf : leaves) {
        System.arraycopy(leaf.bytes(), 0, level, width++ * Hash256.BYTES, Hash256.BYTES);
      }
    }

    Hash256 up(int levels) {
      for (int done = 0; done < levels; done++) {
        int parents = (width + 1) / 2;
        for (int i = 0; i < parents; i++) {
          join(i);
        }
        width = parents;
      }
      return Hash256.of(Arrays.copyOf(level, Hash256.BYTES));
    }

    private void join(int i) {
      int left = 2 * i * Hash256.BYTES;
      int right = 2 * i + 1 < width ? left + Hash256.BYTES : left;
      mutated |= right != left && same(left, right);
      sha.pair(level, left, level, right, parent);
      System.arraycopy(parent, 0, level, i * Hash256.BYTES, Hash256.BYTES);
    }

    private boolean same(int left, int right) {
      return Arrays.equals(level, left, left + Hash256.BYTES, level, right, right + Hash256.BYTES);
    }
  }
}
