// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.Sha256d;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;

/// Proofs of a whole block's transactions. The tree is hashed once; each proof then takes as many
/// steps as the tree has levels, so that a block full of watched transactions costs no more than
/// one. Immutable, thread-safe.
public final class BlockProofs {
  private final ElaHeader header;
  private final List<List<Hash256>> levels;

  private BlockProofs(ElaHeader header, List<List<Hash256>> levels) {
    this.header = header;
    this.levels = levels;
  }

  /// The proofs of a block, if these are its transactions, all of them.
  public static Optional<BlockProofs> of(ElaHeader header, List<ElaTransaction> transactions) {
    if (!BlockContents.checkWhole(transactions, header.merkleRoot()).holds()) {
      return Optional.empty();
    }
    return Optional.of(
        new BlockProofs(header, levels(transactions.stream().map(ElaTransaction::txid).toList())));
  }

  /// The ids of the transactions, in the order of the block.
  public List<Hash256> ids() {
    return levels.getFirst();
  }

  /// That one transaction stands in the block, in the form that side chains and arbiters keep.
  ///
  /// @param position in the block, from 0
  public TransactionProof of(int position) {
    List<Hash256> hashes = new ArrayList<>();
    List<Boolean> flags = new ArrayList<>();
    walk(new Place(levels.size() - 1, 0), position, hashes, flags);
    byte[] packed = new byte[(flags.size() + 7) / 8];
    for (int i = 0; i < flags.size(); i++) {
      packed[i / 8] |= (byte) (flags.get(i) ? 1 << (i % 8) : 0);
    }
    return new TransactionProof(
        header.hash(),
        header.height(),
        new PartialMerkleTree(ids().size(), hashes, Bytes.of(packed)));
  }

  private record Place(int level, int index) {
    Place left() {
      return new Place(level - 1, 2 * index);
    }

    Place right() {
      return new Place(level - 1, 2 * index + 1);
    }
  }

  private void walk(Place at, int wanted, List<Hash256> hashes, List<Boolean> flags) {
    boolean marked = wanted >> at.level == at.index;
    flags.add(marked);
    if (at.level == 0 || !marked) {
      hashes.add(levels.get(at.level).get(at.index));
      return;
    }
    walk(at.left(), wanted, hashes, flags);
    if (at.right().index < levels.get(at.level - 1).size()) {
      walk(at.right(), wanted, hashes, flags);
    }
  }

  private static List<List<Hash256>> levels(List<Hash256> leaves) {
    List<List<Hash256>> levels = new ArrayList<>(List.of(leaves));
    while (levels.getLast().size() > 1) {
      List<Hash256> below = levels.getLast();
      List<Hash256> above = new ArrayList<>();
      for (int i = 0; i < below.size(); i += 2) {
        above.add(Sha256d.of(below.get(i), below.get(Math.min(i + 1, below.size() - 1))));
      }
      levels.add(List.copyOf(above));
    }
    return List.copyOf(levels);
  }
}
