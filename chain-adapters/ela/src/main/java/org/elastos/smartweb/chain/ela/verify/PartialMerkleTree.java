// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.Sha256d;

/// Some of a block's transactions with the hashes that lead from them to the root (BIP 37).
/// Immutable.
///
/// @param transactions how many the block has, as the sender says
/// @param hashes in the order of a walk from the root, left first
/// @param flags one bit per visited node, lowest bit first: whether it is above a match or is one
public record PartialMerkleTree(long transactions, List<Hash256> hashes, Bytes flags) {
  /// The most transactions that a block may have.
  public static final int MOST_TRANSACTIONS = 10_000;

  private static final int MOST_FLAG_BYTES = 4 * MOST_TRANSACTIONS / 8;

  /// Keeps a copy.
  public PartialMerkleTree {
    hashes = List.copyOf(hashes);
  }

  /// What a partial tree says.
  public sealed interface Content {
    /// It leads to this root and names these transactions, in the order of the block.
    record Proved(Hash256 root, List<Match> matches) implements Content {
      /// Keeps a copy.
      public Proved {
        matches = List.copyOf(matches);
      }
    }

    /// It is no tree.
    record Refused(Verdict.Invalid reason) implements Content {}
  }

  /// A transaction that the tree proves, and its place in the block.
  public record Match(int index, Hash256 txid) {}

  /// The tree that proves some of a block's transactions.
  ///
  /// @throws IllegalArgumentException when there are none, or more than a block may have
  public static PartialMerkleTree of(List<Hash256> txids, Set<Hash256> wanted) {
    if (txids.isEmpty() || txids.size() > MOST_TRANSACTIONS) {
      throw new IllegalArgumentException("a block has 1 to 10000 transactions");
    }
    return new Pruning(txids, wanted).tree();
  }

  /// Reads the shape of the wire as part of something larger: u32 transactions, u32 count, hashes,
  /// flags with their length.
  public static PartialMerkleTree read(ElaReader in) {
    long transactions = in.u32("merkle.transactions");
    int count = in.count32(Hash256.BYTES, "merkle.hashes");
    List<Hash256> hashes = in.items(count, each -> each.hash256("merkle.hash"));
    return new PartialMerkleTree(
        transactions, hashes, in.varBytes(MOST_FLAG_BYTES, "merkle.flags"));
  }

  /// Writes the shape of the wire.
  public void write(ElaWriter out) {
    out.u32(transactions).u32(hashes.size()).items(hashes, ElaWriter::hash256).varBytes(flags);
  }

  /// Walks the tree. Refuses what has another shape than the count demands, hashes or flags to
  /// spare, and two equal nodes side by side (CVE-2012-2459).
  public Content content() {
    if (transactions == 0) {
      return new Content.Refused(Verdict.invalid(Rule.MERKLE_EMPTY));
    }
    if (transactions > MOST_TRANSACTIONS) {
      return new Content.Refused(
          Verdict.invalid(Rule.MERKLE_TOO_MANY, "transactions", transactions));
    }
    return new Walk(this).content();
  }

  static int width(int leaves, int height) {
    return (leaves + (1 << height) - 1) >> height;
  }

  static int height(int leaves) {
    int height = 0;
    while (width(leaves, height) > 1) {
      height++;
    }
    return height;
  }

  /// One reading; `broken` ends it early.
  private static final class Walk {
    private final PartialMerkleTree tree;
    private final byte[] flags;
    private final int leaves;
    private final List<Match> matches = new ArrayList<>();
    private int nextHash;
    private int nextFlag;
    private boolean mutated;
    private boolean broken;

    Walk(PartialMerkleTree tree) {
      this.tree = tree;
      this.flags = tree.flags.bytes();
      this.leaves = (int) tree.transactions;
    }

    Content content() {
      Hash256 root = node(height(leaves), 0);
      if (mutated) {
        return new Content.Refused(Verdict.invalid(Rule.MERKLE_MUTATED));
      }
      if (broken || nextHash != tree.hashes.size() || !flagsUsedUp()) {
        return new Content.Refused(Verdict.invalid(Rule.MERKLE_TREE_SHAPE));
      }
      return new Content.Proved(root, matches);
    }

    private Hash256 node(int height, int position) {
      boolean marked = flag();
      if (height == 0 || !marked) {
        Hash256 hash = hash();
        if (height == 0 && marked) {
          matches.add(new Match(position, hash));
        }
        return hash;
      }
      Hash256 left = node(height - 1, 2 * position);
      if (2 * position + 1 >= width(leaves, height - 1)) {
        return Sha256d.of(left, left);
      }
      Hash256 right = node(height - 1, 2 * position + 1);
      mutated |= !broken && left.equals(right);
      return Sha256d.of(left, right);
    }

    private boolean flag() {
      if (nextFlag >= flags.length * 8) {
        broken = true;
        return false;
      }
      boolean set = (flags[nextFlag / 8] >> (nextFlag % 8) & 1) == 1;
      nextFlag++;
      return set;
    }

    private Hash256 hash() {
      if (nextHash >= tree.hashes.size()) {
        broken = true;
        return Hash256.ZERO;
      }
      return tree.hashes.get(nextHash++);
    }

    private boolean flagsUsedUp() {
      if ((nextFlag + 7) / 8 != flags.length) {
        return false;
      }
      return nextFlag % 8 == 0 || (flags[flags.length - 1] & 0xff) >> (nextFlag % 8) == 0;
    }
  }

  /// One making.
  private static final class Pruning {
    private final List<Hash256> txids;
    private final IntPredicate wanted;
    private final List<Hash256> hashes = new ArrayList<>();
    private final List<Boolean> flags = new ArrayList<>();

    Pruning(List<Hash256> txids, Set<Hash256> wanted) {
      this.txids = txids;
      this.wanted = index -> wanted.contains(txids.get(index));
    }

    PartialMerkleTree tree() {
      visit(height(txids.size()), 0);
      byte[] packed = new byte[(flags.size() + 7) / 8];
      for (int i = 0; i < flags.size(); i++) {
        if (flags.get(i)) {
          packed[i / 8] |= (byte) (1 << (i % 8));
        }
      }
      return new PartialMerkleTree(txids.size(), hashes, Bytes.of(packed));
    }

    private void visit(int height, int position) {
      int from = position << height;
      int to = Math.min(from + (1 << height), txids.size());
      boolean marked = IntStream.range(from, to).anyMatch(wanted);
      flags.add(marked);
      if (height == 0 || !marked) {
        hashes.add(MerkleTree.subtree(txids.subList(from, to), height));
        return;
      }
      visit(height - 1, 2 * position);
      if (2 * position + 1 < width(txids.size(), height - 1)) {
        visit(height - 1, 2 * position + 1);
      }
    }
  }
}
