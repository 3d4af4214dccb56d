// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.p2p;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.mainchain.BlockSource.Fetched;
import org.elastos.smartweb.chain.mainchain.ChainPosition;
import org.elastos.smartweb.chain.mainchain.OutputId;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.elastos.smartweb.chain.mainchain.TestBlocks;
import org.elastos.smartweb.testkit.MutableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Peers that fall silent in the middle, or cannot filter a block because it is too long.
@Timeout(60)
class PeerPatienceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(700);
  private static final PeerIdentity SELF =
      new PeerIdentity(MutableClock.at(Instant.ofEpochSecond(TestBlocks.NOW)), new SecureRandom());

  private final TestBlocks mint = TestBlocks.confirmed(6);
  private @Nullable FakePeer peer;
  private @Nullable PeerBlockSource source;

  @AfterEach
  void close() {
    if (source != null) {
      source.close();
    }
    if (peer != null) {
      peer.close();
    }
  }

  @Test
  void keepsWhatArrivedBeforeThePeerFellSilent() {
    List<DposBlock> blocks = mint.chain(mint.root(), 20);
    Hash256 ninth = TestBlocks.position(blocks.get(8)).hash();
    FakePeer silent =
        new FakePeer(blocks) {
          private boolean tired;

          @Override
          protected void serve(Hash256 hash, Wire wire) throws IOException {
            tired |= hash.equals(ninth);
            if (!tired) {
              super.serve(hash, wire);
            }
          }
        };
    PeerBlockSource asked = source(silent, SHORT);
    assertThat(blocks(asked.blocksAfter(List.of(mint.root()), 20))).isEqualTo(blocks.subList(0, 8));
  }

  @Test
  void aBlockThatAPeerCannotFilterIsAskedForWhole() {
    List<DposBlock> blocks = new ArrayList<>(mint.chain(mint.root(), 2));
    blocks.add(mint.block(TestBlocks.position(blocks.get(1)), payments(6_000)));
    blocks.addAll(mint.chain(TestBlocks.position(blocks.get(2)), 2));
    Hash256 longest = TestBlocks.position(blocks.get(2)).hash();
    FakePeer node =
        new FakePeer(blocks) {
          @Override
          protected void serve(Hash256 hash, Wire wire) throws IOException {
            if (hash.equals(longest)) {
              throw new IOException("more flags than a filtered block may have");
            }
            super.serve(hash, wire);
          }
        };
    PeerBlockSource asked = source(node, PATIENCE);
    assertThat(blocks(asked.blocksAfter(List.of(mint.root()), 20))).isEqualTo(blocks.subList(0, 2));
    ChainPosition second = TestBlocks.position(blocks.get(1));
    assertThat(blocks(asked.blocksAfter(List.of(second), 20))).isEqualTo(blocks.subList(2, 5));
  }

  @Test
  void anotherWholeBlockThanAskedForIsRefused() {
    List<DposBlock> blocks = mint.chain(mint.root(), 3);
    FakePeer swapping =
        new FakePeer(blocks) {
          @Override
          protected void serve(Hash256 hash, Wire wire) throws IOException {
            throw new IOException("hangs up");
          }

          @Override
          protected void serveWhole(Hash256 hash, Wire wire) throws IOException {
            super.serveWhole(TestBlocks.position(blocks.getLast()).hash(), wire);
          }
        };
    PeerBlockSource asked = source(swapping, PATIENCE);
    assertThat(failure(asked.blocksAfter(List.of(mint.root()), 3))).isEqualTo(Code.CUT);
    assertThat(failure(asked.blocksAfter(List.of(mint.root()), 3))).isEqualTo(Code.UNASKED);
  }

  private ElaTransaction[] payments(int count) {
    ProgramHash to = ProgramHash.of(new byte[21]);
    return IntStream.range(0, count)
        .mapToObj(i -> mint.payment(new OutputId(mint.root().hash(), i), to, 1 + i))
        .toArray(ElaTransaction[]::new);
  }

  private PeerBlockSource source(FakePeer asked, Duration patience) {
    peer = asked;
    PeerLimits limits = new PeerLimits(patience, patience, patience, 100, 50, 32L << 20);
    PeerBlockSource opened =
        new PeerBlockSource(
            new PeerBlockSource.NamedPeer("peer", asked.address()), FakePeer.NETWORK, SELF, limits);
    source = opened;
    return opened;
  }

  private static List<DposBlock> blocks(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Blocks.class);
    return ((Fetched.Blocks) fetched).blocks();
  }

  private static Code failure(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Failed.class);
    return ((Fetched.Failed) fetched).failure().code();
  }
}
