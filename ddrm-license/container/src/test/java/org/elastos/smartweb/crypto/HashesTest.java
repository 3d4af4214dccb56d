// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HashesTest {
  private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

  @Test
  void hashesAsPublished() {
    assertThat(Sha256.of(ABC).hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Keccak256.of().hex())
        .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    assertThat(Keccak256.of(ABC).hex())
        .isEqualTo("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
  }

  @Test
  void hashesPartsAsTheirConcatenation() {
    byte[] a = {'a'};
    byte[] bc = {'b', 'c'};
    assertThat(Sha256.of(a, bc)).isEqualTo(Sha256.of(ABC));
    assertThat(Keccak256.of(a, bc)).isEqualTo(Keccak256.of(ABC));
  }

  @Test
  void prefixesEachPartWithItsLength() {
    assertThat(TaggedHash.lp("ab", new byte[] {7}, new byte[0]))
        .containsExactly(0, 0, 0, 2, 'a', 'b', 0, 0, 0, 1, 7, 0, 0, 0, 0);
    assertThat(TaggedHash.hash("ab", new byte[] {7}))
        .isEqualTo(Sha256.of(new byte[] {0, 0, 0, 2, 'a', 'b', 0, 0, 0, 1, 7}));
  }

  @Test
  void keepsPartsApart() {
    assertThat(TaggedHash.hash("t", new byte[] {1}, new byte[] {2, 3}))
        .isNotEqualTo(TaggedHash.hash("t", new byte[] {1, 2}, new byte[] {3}));
    assertThat(TaggedHash.hash("t", ABC)).isNotEqualTo(TaggedHash.hash("u", ABC));
  }

  @Test
  void refusesTagsThatAreNotAscii() {
    assertThatThrownBy(() -> TaggedHash.hash("caf\u00e9"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
