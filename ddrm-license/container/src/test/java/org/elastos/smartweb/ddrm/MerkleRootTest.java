// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Sha256;
import org.junit.jupiter.api.Test;

class MerkleRootTest {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  @Test
  void hashesTheEmptyListAsRfc6962Says() {
    assertThat(MerkleRoot.of(List.of()).hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void splitsAtTheLargestPowerOfTwoBelowTheCount() {
    List<Hash256> digests = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      digests.add(Works.hash(i));
    }
    Hash256 leftPair = node(leaf(0), leaf(1));
    Hash256 rightPair = node(leaf(2), leaf(3));
    assertThat(MerkleRoot.of(digests.subList(0, 1))).isEqualTo(leaf(0));
    assertThat(MerkleRoot.of(digests.subList(0, 2))).isEqualTo(leftPair);
    assertThat(MerkleRoot.of(digests.subList(0, 3))).isEqualTo(node(leftPair, leaf(2)));
    assertThat(MerkleRoot.of(digests)).isEqualTo(node(node(leftPair, rightPair), leaf(4)));
  }

  private static Hash256 leaf(int number) {
    return Sha256.of(LEAF, Works.hash(number).bytes());
  }

  private static Hash256 node(Hash256 left, Hash256 right) {
    return Sha256.of(NODE, left.bytes(), right.bytes());
  }
}
