// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ParentTransaction;
import org.elastos.smartweb.chain.ela.Sha256d;
import org.elastos.smartweb.chain.ela.Slice;

/// Whether a merge-mining proof commits to a block (docs/spec/mainchain.md, "AuxPoW"), at least as
/// strictly as the node. Says nothing of the work. Total: answers for every decoded value. Not
/// thread-safe; allocates nothing when the proof holds.
public final class AuxPowCheck {
  /// More levels than 32 bits of index can tell apart.
  private static final int MOST_COINBASE_LEVELS = 32;

  private static final int MOST_AUX_LEVELS = 30;
  private static final int TRAILER_BYTES = 8;
  private static final int PARENT_ROOT_AT = 36;

  private final int chainId;
  private final Sha256d sha = new Sha256d();
  private final byte[] node = new byte[Hash256.BYTES];
  private final byte[] script = new byte[ParentTransaction.MAX_SCRIPT];

  /// A check for blocks that are merge-mined under this chain id.
  public AuxPowCheck(int chainId) {
    this.chainId = chainId;
  }

  /// Whether the header's proof commits to the header.
  public Verdict check(ElaHeader header) {
    Verdict shape = checkCoinbase(header.auxPow());
    if (!shape.holds()) {
      return shape;
    }
    sha.hash(header.hashed(), node, 0);
    return checkCommitment(header.auxPow());
  }

  /// Whether a proof commits to the block of that hash, in internal order.
  public Verdict check(Hash256 blockHash, AuxPow proof) {
    Verdict shape = checkCoinbase(proof);
    if (!shape.holds()) {
      return shape;
    }
    System.arraycopy(blockHash.bytes(), 0, node, 0, Hash256.BYTES);
    return checkCommitment(proof);
  }

  private Verdict checkCoinbase(AuxPow proof) {
    if (!proof.hasCoinbaseScript()) {
      return Verdict.invalid(Rule.AUX_COINBASE_EMPTY);
    }
    int levels = proof.coinbaseBranch().length() / Hash256.BYTES;
    if (levels > MOST_COINBASE_LEVELS) {
      return Verdict.invalid(Rule.AUX_BRANCH_TOO_LONG, "coinbaseLevels", levels);
    }
    // Other leaves would let one parent header carry the work of a whole tree of blocks.
    if (proof.coinbaseIndex() != 0) {
      return Verdict.invalid(Rule.AUX_COINBASE_INDEX, "index", proof.coinbaseIndex());
    }
    sha.hash(proof.coinbase(), node, 0);
    sha.fold(node, proof.coinbaseBranch(), proof.coinbaseIndex());
    return matches(proof.parentHeader(), PARENT_ROOT_AT)
        ? Verdict.valid()
        : Verdict.invalid(Rule.AUX_COINBASE_BRANCH);
  }

  /// With the block's hash in `node`.
  private Verdict checkCommitment(AuxPow proof) {
    int levels = proof.auxBranch().length() / Hash256.BYTES;
    if (levels > MOST_AUX_LEVELS) {
      return Verdict.invalid(Rule.AUX_BRANCH_TOO_LONG, "auxLevels", levels);
    }
    Slice text = proof.coinbaseScript();
    int length = text.length();
    text.copyTo(0, script, 0, length);
    int magic = CommitmentSearch.magic(script, length);
    if (magic < 0) {
      return Verdict.invalid(Rule.AUX_MAGIC_MISSING);
    }
    int magics = CommitmentSearch.magics(script, length);
    if (magics != 1) {
      return Verdict.invalid(Rule.AUX_MAGIC_TWICE, "found", magics);
    }
    reverseNode();
    sha.fold(node, proof.auxBranch(), proof.auxIndex());
    int root = magic + CommitmentSearch.MAGIC_BYTES;
    if (!CommitmentSearch.rootFirstAt(script, length, root, node)) {
      return Verdict.invalid(Rule.AUX_ROOT_MISPLACED);
    }
    return checkTrailer(text, root + Hash256.BYTES, levels, proof.auxIndex());
  }

  private Verdict checkTrailer(Slice text, int at, int levels, long index) {
    if (text.length() - at < TRAILER_BYTES) {
      return Verdict.invalid(Rule.AUX_TRAILER_SHORT, "bytes", text.length() - at);
    }
    long size = text.u32(at);
    if (size != 1L << levels) {
      return Verdict.differs(Rule.AUX_TREE_SIZE, 1L << levels, size);
    }
    long expected = expectedIndex((int) text.u32(at + 4), levels);
    return index == expected
        ? Verdict.valid()
        : Verdict.differs(Rule.AUX_CHAIN_ID, expected, index);
  }

  /// The slot of this chain in a tree of merge-mined chains; arithmetic modulo 2^32.
  private long expectedIndex(int nonce, int levels) {
    int mixed = nonce * 1103515245 + 12345;
    mixed += chainId;
    mixed = mixed * 1103515245 + 12345;
    return mixed & ((1L << levels) - 1);
  }

  private boolean matches(Slice bytes, int from) {
    for (int i = 0; i < Hash256.BYTES; i++) {
      if (bytes.at(from + i) != node[i]) {
        return false;
      }
    }
    return true;
  }

  private void reverseNode() {
    for (int low = 0, high = Hash256.BYTES - 1; low < high; low++, high--) {
      byte swap = node[low];
      node[low] = node[high];
      node[high] = swap;
    }
  }
}
