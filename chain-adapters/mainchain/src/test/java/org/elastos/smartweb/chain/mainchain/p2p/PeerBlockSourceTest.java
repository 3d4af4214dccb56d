// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.p2p;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.mainchain.BlockSource.Fetched;
import org.elastos.smartweb.chain.mainchain.ChainPosition;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.elastos.smartweb.chain.mainchain.TestBlocks;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Inventory;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Ping;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Version;
import org.elastos.smartweb.testkit.MutableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A light client against peers that serve, lag, lie, loop and go silent.
@Timeout(60)
class PeerBlockSourceTest {
  private static final Duration SHORT = Duration.ofMillis(700);
  private static final PeerLimits LIMITS = new PeerLimits(SHORT, SHORT, SHORT, 100, 7, 1L << 20);
  private static final PeerIdentity SELF =
      new PeerIdentity(MutableClock.at(Instant.ofEpochSecond(TestBlocks.NOW)), new SecureRandom());

  private final TestBlocks mint = TestBlocks.byWork(1);
  private final List<DposBlock> blocks = mint.chain(mint.root(), 20);
  private final List<ChainPosition> root = List.of(mint.root());
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
  void fetchesWholeBlocksWithTheirConfirmsInOrder() {
    TestBlocks confirming = TestBlocks.confirmed(2);
    List<DposBlock> confirmed = confirming.chain(confirming.root(), 9);
    PeerBlockSource asked = source(new FakePeer(confirmed));
    assertThat(blocks(asked.blocksAfter(List.of(confirming.root()), 500))).isEqualTo(confirmed);
  }

  @Test
  void goesOnAfterTheNewestBlockThatThePeerHas() {
    PeerBlockSource asked = source(new FakePeer(blocks));
    ChainPosition unknown = new ChainPosition(30, Hash256.of(new byte[32]));
    ChainPosition tenth = TestBlocks.position(blocks.get(9));
    assertThat(blocks(asked.blocksAfter(List.of(unknown, tenth, mint.root()), 5)))
        .isEqualTo(blocks.subList(10, 15));
    ChainPosition last = TestBlocks.position(blocks.getLast());
    assertThat(blocks(asked.blocksAfter(List.of(last), 5))).isEmpty();
  }

  @Test
  void connectsAgainAfterThePeerHungUp() {
    AtomicInteger questions = new AtomicInteger();
    PeerBlockSource asked =
        source(
            new FakePeer(blocks) {
              @Override
              protected void announce(List<Hash256> locator, Wire wire) throws IOException {
                if (questions.getAndIncrement() == 0) {
                  throw new IOException("hangs up");
                }
                super.announce(locator, wire);
              }
            });
    assertThat(failure(asked.blocksAfter(root, 3))).isEqualTo(Code.CUT);
    assertThat(blocks(asked.blocksAfter(root, 3))).isEqualTo(blocks.subList(0, 3));
  }

  @Test
  void nobodyThereIsUnreachable() {
    InetSocketAddress nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    try (PeerBlockSource asked =
        new PeerBlockSource(
            new PeerBlockSource.NamedPeer("nobody", nobody), FakePeer.NETWORK, SELF, LIMITS)) {
      assertThat(failure(asked.blocksAfter(root, 3))).isEqualTo(Code.UNREACHABLE);
    }
  }

  @Test
  void aPeerWithoutFiltersIsUnsuitable() {
    assertThat(
            failure(
                source(
                        new FakePeer(blocks) {
                          @Override
                          protected Version version() {
                            return new Version(80_000, 1, 1, 1, 42, 1, false, Bytes.EMPTY);
                          }
                        })
                    .blocksAfter(root, 3)))
        .isEqualTo(Code.UNSUITABLE);
  }

  @Test
  void aSilentPeerTimesOut() {
    assertThat(failure(source(answering((message, wire) -> {})).blocksAfter(root, 3)))
        .isEqualTo(Code.TIMEOUT);
  }

  @Test
  void aPeerThatDripsByteByByteTimesOut() {
    byte[] header = header("inv", 1_000_000, "00000000");
    FakePeer dripping =
        answeringBlocks((wire, _) -> {
          for (byte one : header) {
            wire.raw(new byte[] {one});
            LockSupport.parkNanos(100_000_000L);
          }
        });
    assertThat(failure(source(dripping).blocksAfter(root, 3))).isEqualTo(Code.TIMEOUT);
  }

  @Test
  void anotherNetworksMagicIsALie() {
    byte[] foreign = header("verack", 0, "5df6e0e2");
    foreign[0] ^= 1;
    FakePeer other = answering((message, wire) -> wire.raw(foreign));
    assertThat(failure(source(other).blocksAfter(root, 3))).isEqualTo(Code.WRONG_NETWORK);
  }

  @Test
  void aLengthBeyondTheCommandsLimitIsRefusedBeforeAnythingIsRead() {
    for (String command : List.of("inv", "ping", "merkleblock", "unheardof")) {
      byte[] huge = header(command, 0xffff_ffffL, "00000000");
      FakePeer boasting = answeringBlocks((wire, _) -> wire.raw(huge));
      assertThat(failure(source(boasting).blocksAfter(root, 3)))
          .as(command)
          .isEqualTo(Code.TOO_LARGE);
      close();
    }
  }

  @Test
  void aWrongChecksumIsNonsense() {
    FakePeer wrong = answeringBlocks((wire, _) -> wire.raw(header("verack", 0, "00000000")));
    assertThat(failure(source(wrong).blocksAfter(root, 3))).isEqualTo(Code.SHAPE);
  }

  @Test
  void aCommandThatIsNoNameIsNonsense() {
    byte[] bad = header("verack", 0, "5df6e0e2");
    bad[4 + 8] = 'x';
    FakePeer wrong = answeringBlocks((wire, _) -> wire.raw(bad));
    assertThat(failure(source(wrong).blocksAfter(root, 3))).isEqualTo(Code.SHAPE);
  }

  @Test
  void theSameBlockTwiceInAnAnnouncementIsALoop() {
    Inventory.Item item = new Inventory.Item(2, blocks.getFirst().block().header().hash());
    FakePeer looping =
        answeringBlocks(
            (wire, _) -> wire.send(new Inventory(PeerCommand.INV, List.of(item, item))));
    assertThat(failure(source(looping).blocksAfter(root, 3))).isEqualTo(Code.LOOP);
  }

  @Test
  void announcingWhereWeStartedIsALoop() {
    FakePeer looping =
        answeringBlocks((wire, locator) ->
            wire.send(
                new Inventory(
                    PeerCommand.INV, List.of(new Inventory.Item(2, locator.getFirst())))));
    assertThat(failure(source(looping).blocksAfter(root, 3))).isEqualTo(Code.LOOP);
  }

  @Test
  void chatterThatNobodyAskedForEnds() {
    FakePeer chattering =
        answeringBlocks((wire, _) -> {
          for (int i = 0; i < 200; i++) {
            wire.send(new Ping(i));
          }
        });
    assertThat(failure(source(chattering).blocksAfter(root, 3))).isEqualTo(Code.LOOP);
  }

  @Test
  void anotherBlockThanAskedForIsRefused() {
    FakePeer swapping =
        new FakePeer(blocks) {
          @Override
          protected void serve(Hash256 hash, Wire wire) throws IOException {
            super.serve(blocks.getLast().block().header().hash(), wire);
          }
        };
    assertThat(failure(source(swapping).blocksAfter(root, 3))).isEqualTo(Code.UNASKED);
  }

  @Test
  void anAnnouncedBlockThatIsGoneIsAskedForLater() {
    FakePeer forgetful =
        new FakePeer(blocks) {
          @Override
          protected void serve(Hash256 hash, Wire wire) throws IOException {
            super.serve(Hash256.ZERO, wire);
          }
        };
    assertThat(failure(source(forgetful).blocksAfter(root, 3))).isEqualTo(Code.GONE);
  }

  @Test
  void stopsWithWhatIsThereWhenThePeerSendsMuch() {
    PeerLimits small = new PeerLimits(SHORT, SHORT, SHORT, 100, 7, 1_500);
    FakePeer serving = new FakePeer(blocks);
    peer = serving;
    PeerBlockSource asked =
        new PeerBlockSource(
            new PeerBlockSource.NamedPeer("peer", serving.address()),
            FakePeer.NETWORK,
            SELF,
            small);
    source = asked;
    List<DposBlock> some = blocks(asked.blocksAfter(root, 20));
    assertThat(some).isNotEmpty().hasSizeLessThan(20).isEqualTo(blocks.subList(0, some.size()));
    ChainPosition at = TestBlocks.position(some.getLast());
    assertThat(blocks(asked.blocksAfter(List.of(at), 20)).getFirst())
        .isEqualTo(blocks.get(some.size()));
  }

  @FunctionalInterface
  private interface Answer {
    void to(FakePeer.Wire wire, List<Hash256> locator) throws IOException;
  }

  @FunctionalInterface
  private interface Behaviour {
    void on(PeerMessage message, FakePeer.Wire wire) throws IOException;
  }

  private FakePeer answeringBlocks(Answer answer) {
    return new FakePeer(blocks) {
      @Override
      protected void announce(List<Hash256> locator, Wire wire) throws IOException {
        answer.to(wire, locator);
      }
    };
  }

  private FakePeer answering(Behaviour behaviour) {
    return new FakePeer(blocks) {
      @Override
      protected void answer(PeerMessage message, Wire wire) throws IOException {
        behaviour.on(message, wire);
      }
    };
  }

  private PeerBlockSource source(FakePeer asked) {
    peer = asked;
    PeerBlockSource opened =
        new PeerBlockSource(
            new PeerBlockSource.NamedPeer("peer", asked.address()), FakePeer.NETWORK, SELF, LIMITS);
    source = opened;
    return opened;
  }

  private static byte[] header(String command, long length, String checksum) {
    byte[] header = new byte[24];
    ByteBuffer out = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt((int) FakePeer.NETWORK.magic());
    out.put(command.getBytes(StandardCharsets.US_ASCII));
    out.position(16);
    out.putInt((int) length).put(HexFormat.of().parseHex(checksum));
    return header;
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
