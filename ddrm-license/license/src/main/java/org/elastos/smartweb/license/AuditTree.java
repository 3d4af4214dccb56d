// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Sha256;

/// RFC 6962 §2.1 over the audit's heads: the root that a node anchors, and the path that proves one
/// head under it. Stateless.
public final class AuditTree {
  /// The most records under one anchor.
  public static final int MAX_LEAVES = 1 << 16;

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private AuditTree() {}

  /// The root over heads in the order of their positions; at least one.
  public static Hash256 root(List<Hash256> heads) {
    if (heads.size() == 1) {
      return Sha256.of(LEAF, heads.getFirst().bytes());
    }
    int left = left(heads.size());
    return node(root(heads.subList(0, left)), root(heads.subList(left, heads.size())));
  }

  /// The siblings of the head at `index`, from the leaf up.
  public static List<Hash256> path(List<Hash256> heads, int index) {
    if (heads.size() == 1) {
      return new ArrayList<>();
    }
    int left = left(heads.size());
    boolean onTheLeft = index < left;
    List<Hash256> near = onTheLeft ? heads.subList(0, left) : heads.subList(left, heads.size());
    List<Hash256> far = onTheLeft ? heads.subList(left, heads.size()) : heads.subList(0, left);
    List<Hash256> path = path(near, onTheLeft ? index : index - left);
    path.add(root(far));
    return path;
  }

  /// Whether `head` is the one at `index` of `size` under `root` (RFC 9162 §2.1.3.2).
  public static boolean proves(Leaf leaf, List<Hash256> path, Hash256 root) {
    long node = leaf.index;
    long last = leaf.size - 1;
    Hash256 hash = Sha256.of(LEAF, leaf.head.bytes());
    for (Hash256 sibling : path) {
      if (last == 0) {
        return false;
      }
      boolean right = (node & 1) == 1 || node == last;
      hash = right ? node(sibling, hash) : node(hash, sibling);
      // Where there is no sibling on the right, the node rises alone.
      while (right && (node & 1) == 0 && node != 0) {
        node >>= 1;
        last >>= 1;
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  /// A head at a place among others, from 0.
  public record Leaf(Hash256 head, long index, long size) {
    /// @throws IllegalArgumentException when the place is outside
    public Leaf {
      if (index < 0 || index >= size) {
        throw new IllegalArgumentException("no such leaf");
      }
    }
  }

  private static int left(int size) {
    return Integer.highestOneBit(size - 1);
  }

  private static Hash256 node(Hash256 left, Hash256 right) {
    return Sha256.of(NODE, left.bytes(), right.bytes());
  }
}
