// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Sha256;
import org.junit.jupiter.api.Test;

class AuditTreeTest {
  @Test
  void everyRecordIsProvedUnderTheRootAndNoOther() {
    for (int size = 1; size <= 33; size++) {
      List<Hash256> heads = heads(size);
      Hash256 root = AuditTree.root(heads);
      for (int index = 0; index < size; index++) {
        List<Hash256> path = AuditTree.path(heads, index);
        assertThat(proves(heads.get(index), index, size, path, root)).isTrue();
        assertThat(proves(heads.get((index + 1) % size), index, size, path, root))
            .isEqualTo(size == 1);
        assertThat(proves(heads.get(index), (index + 1) % size, size, path, root))
            .as("%d of %d", index, size)
            .isEqualTo(size == 1);
        assertThat(proves(Sha256.of(new byte[] {9}), index, size, path, root)).isFalse();
      }
    }
  }

  @Test
  void aPathOfAnotherLengthProvesNothing() {
    List<Hash256> heads = heads(5);
    Hash256 root = AuditTree.root(heads);
    List<Hash256> path = AuditTree.path(heads, 2);
    List<Hash256> longer = new ArrayList<>(path);
    longer.add(root);
    assertThat(proves(heads.get(2), 2, 5, path.subList(0, 2), root)).isFalse();
    assertThat(proves(heads.get(2), 2, 5, longer, root)).isFalse();
    assertThat(proves(heads.get(0), 0, 1, List.of(root), root)).isFalse();
  }

  @Test
  void agreesWithTheTreeOfTheContainersLeaves() {
    // RFC 6962's own example of seven leaves: the root is made of a tree of four and one of three.
    List<Hash256> heads = heads(7);
    Hash256 left = AuditTree.root(heads.subList(0, 4));
    Hash256 right = AuditTree.root(heads.subList(4, 7));
    assertThat(AuditTree.root(heads))
        .isEqualTo(Sha256.of(new byte[] {1}, left.bytes(), right.bytes()));
    assertThat(AuditTree.path(heads, 0)).hasSize(3);
    assertThat(AuditTree.path(heads, 6)).hasSize(2);
  }

  @Test
  void aProofHoldsForItsRecordOnly() {
    List<Hash256> heads = heads(6);
    AuditProof.Anchor anchor =
        new AuditProof.Anchor(10, 15, heads.getLast(), AuditTree.root(heads));
    AuditProof proof = new AuditProof(3, anchor, AuditTree.path(heads, 4));
    assertThat(proof.holds(new AuditPosition(14, heads.get(4)))).isTrue();
    assertThat(proof.holds(new AuditPosition(14, heads.get(3)))).isFalse();
    assertThat(proof.holds(new AuditPosition(13, heads.get(4)))).isFalse();
    assertThat(proof.holds(new AuditPosition(9, heads.get(4)))).isFalse();
    assertThat(proof.holds(new AuditPosition(16, heads.get(4)))).isFalse();
  }

  @Test
  void refusesProofsThatAreTooLarge() {
    List<Hash256> heads = heads(2);
    AuditProof.Anchor wide =
        new AuditProof.Anchor(0, AuditTree.MAX_LEAVES, heads.getLast(), AuditTree.root(heads));
    AuditPosition record = new AuditPosition(0, heads.getFirst());
    assertThat(new AuditProof(0, wide, AuditTree.path(heads, 0)).holds(record)).isFalse();
    AuditProof.Anchor sound = new AuditProof.Anchor(0, 1, heads.getLast(), AuditTree.root(heads));
    assertThat(new AuditProof(0, sound, heads(17)).holds(record)).isFalse();
    assertThat(new AuditProof(0, sound, AuditTree.path(heads, 0)).holds(record)).isTrue();
    assertThatThrownBy(() -> new AuditTree.Leaf(Hash256.ZERO, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AuditTree.Leaf(Hash256.ZERO, -1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean proves(
      Hash256 head, int index, int size, List<Hash256> path, Hash256 root) {
    return AuditTree.proves(new AuditTree.Leaf(head, index, size), path, root);
  }

  private static List<Hash256> heads(int count) {
    return IntStream.range(0, count).mapToObj(i -> Sha256.of(new byte[] {5, (byte) i})).toList();
  }
}
