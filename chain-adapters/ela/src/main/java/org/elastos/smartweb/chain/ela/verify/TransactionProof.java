// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.List;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;

/// That a transaction stands in a block, in the shape that side chains and arbiters keep.
/// Immutable.
public record TransactionProof(Hash256 blockHash, long height, PartialMerkleTree tree) {
  /// Reads a whole proof: block hash, u32 height, partial tree.
  public static Decoded<TransactionProof> read(byte[] bytes) {
    return ElaReader.decode(
        bytes,
        in ->
            new TransactionProof(
                in.hash256("proof.blockHash"), in.u32("proof.height"), PartialMerkleTree.read(in)));
  }

  /// Writes the exact bytes.
  public void write(ElaWriter out) {
    out.hash256(blockHash).u32(height);
    tree.write(out);
  }

  /// Whether this proves these transactions to stand in the block of that header. Whether the
  /// header is of the chain is another question.
  ///
  /// @param shown what the tree matches, in its order; the coinbase is among them, because it alone
  ///   says how deep the leaves lie: without it a transaction of 64 unsigned bytes in the block
  ///   could pass for two leaves
  public Verdict proves(List<ElaTransaction> shown, ElaHeader header) {
    Verdict block = isOf(header);
    return block.holds() ? BlockContents.checkFiltered(tree, shown, header.merkleRoot()) : block;
  }

  /// Whether the tree leads from this id to the root of that header. Proves nothing to whoever did
  /// not make the proof from the whole block: see {@link #proves}.
  public Verdict leadsFrom(Hash256 txid, ElaHeader header) {
    Verdict block = isOf(header);
    if (!block.holds()) {
      return block;
    }
    return switch (tree.content()) {
      case PartialMerkleTree.Content.Refused(Verdict.Invalid reason) -> reason;
      case PartialMerkleTree.Content.Proved proved ->
          !proved.root().equals(header.merkleRoot())
              ? Verdict.differs(
                  Rule.MERKLE_ROOT_WRONG, header.merkleRoot().hex(), proved.root().hex())
              : proved.matches().stream().anyMatch(match -> match.txid().equals(txid))
                  ? Verdict.valid()
                  : Verdict.invalid(Rule.MERKLE_NOT_INCLUDED, "txid", txid.hex());
    };
  }

  private Verdict isOf(ElaHeader header) {
    return header.hash().equals(blockHash) && header.height() == height
        ? Verdict.valid()
        : Verdict.invalid(Rule.MERKLE_NOT_INCLUDED, "block", blockHash.hex());
  }
}
