// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.peer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.rules.Merkle;
import org.elastos.smartweb.chain.ela.DposHeader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.Sha256d;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;

/// A header with the part of its merkle tree that proves some transactions (BIP 37 order). Used by
/// one thread.
final class MerkleBlock {
  private final List<Hash256> txids;
  private final BitSet wanted;
  private final List<Hash256> hashes = new ArrayList<>();
  private final BitSet flags = new BitSet();
  private int flagCount;

  private MerkleBlock(List<Hash256> txids, BitSet wanted) {
    this.txids = txids;
    this.wanted = wanted;
  }

  /// The message's payload, with the confirm where the filter is of the side chains' kind.
  static Bytes encode(DposBlock block, BitSet wanted, boolean withConfirm) {
    ElaWriter out = new ElaWriter();
    if (withConfirm) {
      new DposHeader(block.block().header(), block.confirm()).write(out);
    } else {
      block.block().header().write(out);
    }
    List<Hash256> txids = block.block().transactions().stream().map(ElaTransaction::txid).toList();
    MerkleBlock tree = new MerkleBlock(txids, wanted);
    int height = 0;
    while (tree.width(height) > 1) {
      height++;
    }
    tree.walk(height, 0);
    byte[] packed = new byte[(tree.flagCount + 7) / 8];
    byte[] set = tree.flags.toByteArray();
    System.arraycopy(set, 0, packed, 0, set.length);
    return out.u32(txids.size())
        .u32(tree.hashes.size())
        .items(tree.hashes, ElaWriter::hash256)
        .varBytes(Bytes.of(packed))
        .toBytes();
  }

  private int width(int height) {
    return (txids.size() + (1 << height) - 1) >> height;
  }

  private void walk(int height, int position) {
    int from = position << height;
    int to = Math.min(from + (1 << height), txids.size());
    int next = wanted.nextSetBit(from);
    boolean above = next >= 0 && next < to;
    flags.set(flagCount++, above);
    if (height == 0 || !above) {
      hashes.add(hash(height, from, to));
      return;
    }
    walk(height - 1, position * 2);
    if (position * 2 + 1 < width(height - 1)) {
      walk(height - 1, position * 2 + 1);
    }
  }

  /// The root of the leaves below a node, with the levels that an incomplete side lacks.
  private Hash256 hash(int height, int from, int to) {
    Hash256 root = Merkle.root(txids.subList(from, to));
    int reached = 0;
    while ((1 << reached) < to - from) {
      reached++;
    }
    for (int level = reached; level < height; level++) {
      root = Sha256d.of(root, root);
    }
    return root;
  }
}
