// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.util.List;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Sha256;

/// The Merkle tree hash of RFC 6962 §2.1 over digests. Stateless.
final class MerkleRoot {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private MerkleRoot() {}

  static Hash256 of(List<Hash256> digests) {
    if (digests.isEmpty()) {
      return Sha256.of();
    }
    if (digests.size() == 1) {
      return Sha256.of(LEAF, digests.getFirst().bytes());
    }
    int left = Integer.highestOneBit(digests.size() - 1);
    return Sha256.of(
        NODE,
        of(digests.subList(0, left)).bytes(),
        of(digests.subList(left, digests.size())).bytes());
  }
}
