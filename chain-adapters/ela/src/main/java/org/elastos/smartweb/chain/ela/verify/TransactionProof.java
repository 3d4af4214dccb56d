// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;

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

  /// Whether this proves the transaction to stand in the block of that header. Whether the header
  /// is of the chain is another question.
  public Verdict proves(Hash256 txid, ElaHeader header) {
    if (!header.hash().equals(blockHash) || header.height() != height) {
      return Verdict.invalid(Rule.MERKLE_NOT_INCLUDED, "block", blockHash.hex());
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
}
