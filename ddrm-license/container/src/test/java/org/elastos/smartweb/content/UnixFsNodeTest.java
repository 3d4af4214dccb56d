// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.elastos.smartweb.chain.Hash256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnixFsNodeTest {
  private static final Cid CHILD = Cid.of(Cid.Codec.RAW, new byte[] {1});
  private static final UnixFsNode.Link LINK = new UnixFsNode.Link(CHILD, 300, 299);

  @Test
  void readsBackNodesAndLeaves() {
    List<UnixFsNode.Link> links = List.of(LINK, new UnixFsNode.Link(CHILD, 1, 1));
    UnixFsNode node = UnixFsNode.decode(UnixFsNode.encode(links)).orElseThrow();
    assertThat(node.links()).isEqualTo(links);
    assertThat(node.length()).isEqualTo(300);
    UnixFsNode leaf = UnixFsNode.decode(UnixFsNode.encodeLeaf(new byte[] {7})).orElseThrow();
    assertThat(leaf.content().bytes()).containsExactly(7);
    assertThat(UnixFsNode.decode(UnixFsNode.encodeLeaf(new byte[0])).orElseThrow().length())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // no data
        "0a0408011800", // a directory
        "0a0408021801", // a length that contradicts the content
        "0a020802", // no length
        "0a0608021201071802", // content and length contradict
        "0a04080218001200", // a link after the data
        "12000a0408021800", // a link without CID
        "0a04080218000a0408021800", // data twice
        "0a05080218", // cut
        "0800", // a number where bytes belong
        "1800",
        "1001",
        "f20100", // an unknown field
        "0d00000000", // a kind of field that nobody uses
        "0a0508021800ff", // an endless number
        "0affffffffffffffffff01",
        "0a0a080218ffffffffffffffff7f"
      })
  void refusesOtherNodes(String hex) {
    assertThat(UnixFsNode.decode(HexFormat.of().parseHex(hex))).isEmpty();
  }

  @Test
  void refusesLengthsThatContradictOrOverflow() {
    byte[] data = new Protobuf().number(1, 2).number(3, 5).number(4, 4).toByteArray();
    assertThat(UnixFsNode.decode(node(data))).isEmpty();
    byte[] zero = new Protobuf().number(1, 2).number(3, 0).number(4, 0).toByteArray();
    assertThat(UnixFsNode.decode(node(zero))).isEmpty();
    byte[] none = new Protobuf().number(1, 2).number(3, 5).toByteArray();
    assertThat(UnixFsNode.decode(node(none))).isEmpty();
    byte[] both =
        new Protobuf().number(1, 2).bytes(2, new byte[1]).number(3, 6).number(4, 5).toByteArray();
    assertThat(UnixFsNode.decode(node(both))).isEmpty();
    byte[] fine = new Protobuf().number(1, 2).number(3, 5).number(4, 5).toByteArray();
    assertThat(UnixFsNode.decode(node(fine))).isPresent();
    long half = Long.MAX_VALUE / 2 + 10;
    UnixFsNode.Link huge = new UnixFsNode.Link(CHILD, 1, half);
    assertThat(UnixFsNode.decode(UnixFsNode.encode(List.of(huge, huge)))).isEmpty();
    assertThat(UnixFsNode.decode(UnixFsNode.encode(Collections.nCopies(8193, LINK)))).isEmpty();
  }

  private static byte[] node(byte[] data) {
    byte[] link = new Protobuf().bytes(1, CHILD.bytes()).number(3, 1).toByteArray();
    return new Protobuf().bytes(2, link).bytes(1, data).toByteArray();
  }

  @Test
  void survivesChangedNodes() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] good = UnixFsNode.encode(Collections.nCopies(5, LINK));
    for (int i = 0; i < 5000; i++) {
      byte[] changed = Arrays.copyOf(good, random.nextInt(good.length) + 1);
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      assertThat(UnixFsNode.decode(changed)).as("seed %d", seed).isNotNull();
    }
  }

  @Test
  void takesContentInPiecesOfAnySize() throws IOException {
    byte[] content = new byte[700_000];
    new Random(5).nextBytes(content);
    UnixFsBuilder builder = new UnixFsBuilder(UnixFsProfile.KUBO_CID_VERSION_1);
    for (int at = 0; at < content.length; at += 100_000) {
      builder.write(content, at, 100_000);
    }
    UnixFsFile file = builder.finish();
    UnixFsFile again =
        UnixFsBuilder.of(new ByteArrayInputStream(content), UnixFsProfile.KUBO_CID_VERSION_1);
    assertThat(file.root()).isEqualTo(again.root());
    assertThat(file.leafLength(2)).isEqualTo(700_000 - (1 << 19));
    assertThat(UnixFsProfile.named("nobody's")).isEmpty();
  }

  @Test
  void refusesLeavesThatDoNotFitTheLength() {
    assertThatThrownBy(() -> UnixFsFile.of(UnixFsProfile.UNIXFS_V1_2025, 0, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> UnixFsFile.of(UnixFsProfile.UNIXFS_V1_2025, -1, List.of(Hash256.ZERO)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
