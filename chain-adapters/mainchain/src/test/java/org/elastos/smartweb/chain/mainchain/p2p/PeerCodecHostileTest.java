// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.p2p;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.DposHeader;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.verify.PartialMerkleTree;
import org.elastos.smartweb.chain.mainchain.OutputId;
import org.elastos.smartweb.chain.mainchain.TestBlocks;
import org.elastos.smartweb.chain.mainchain.internal.SourceFault;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.GetBlocks;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Inventory;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.MerkleBlock;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Ping;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Pong;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Reject;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Tx;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Unread;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Verack;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Version;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.WholeBlock;
import org.elastos.smartweb.testkit.Gen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Every message, whole and broken: a typed refusal or exactly the same bytes again, nothing else.
@Timeout(120)
class PeerCodecHostileTest {
  private static final int ROUNDS = 120;
  private static final int MUTATIONS_EACH = 20;
  private static final Hash256 HASH = Hash256.fromHex("ab".repeat(32));

  private final List<PeerMessage> messages = messages();

  @Test
  void everyMessageReadsBackAsItWasWritten() {
    Set<PeerCommand> commands = EnumSet.noneOf(PeerCommand.class);
    for (PeerMessage message : messages) {
      commands.add(message.command());
      Bytes payload = PeerCodec.encode(message);
      assertThat(payload.size()).isLessThanOrEqualTo(message.command().longest());
      assertThat(PeerCodec.decode(message.command(), payload.bytes()))
          .isEqualTo(new Decoded.Value<>(message));
    }
    assertThat(commands).isEqualTo(EnumSet.allOf(PeerCommand.class));
  }

  @Test
  void brokenPayloadsAreRefusedOrWrittenBackExactly() {
    Map<PeerCommand, Integer> refused = new EnumMap<>(PeerCommand.class);
    int[] total = new int[1];
    Gen.forAll(
        ROUNDS,
        gen -> {
          for (PeerMessage message : messages) {
            byte[] sound = PeerCodec.encode(message).bytes();
            for (int i = 0; i < MUTATIONS_EACH; i++) {
              byte[] broken = mutated(gen, sound);
              total[0]++;
              switch (PeerCodec.decode(message.command(), broken)) {
                case Decoded.Value<PeerMessage>(PeerMessage value) ->
                    assertThat(PeerCodec.encode(value).bytes()).isEqualTo(broken);
                case Decoded.Refused<PeerMessage> _ ->
                    refused.merge(message.command(), 1, Integer::sum);
              }
            }
          }
        });
    if (System.getProperty("smartweb.seed", "").isEmpty()) {
      assertThat(total[0]).isGreaterThanOrEqualTo(50_000);
      assertThat(refused.keySet())
          .contains(
              PeerCommand.VERSION, PeerCommand.MERKLEBLOCK, PeerCommand.BLOCK, PeerCommand.TX);
    }
  }

  @Test
  void brokenFramesAreRefusedWithoutHangingOrAllocatingTheirClaimedLength() {
    Gen.forAll(
        2_000,
        gen -> {
          byte[] sound = framed(gen.pick(messages));
          byte[] broken = mutated(gen, sound);
          ByteArrayInputStream in = new ByteArrayInputStream(broken);
          try {
            Optional<PeerFrame> frame = frames().read(in);
            frame.ifPresent(read -> {
              byte[] again = framed(read);
              assertThat(Arrays.copyOf(broken, again.length)).isEqualTo(again);
            });
          } catch (SourceFault | IOException refused) {
            assertThat(refused.getMessage()).isNotEmpty();
          }
        });
  }

  private static byte[] mutated(Gen gen, byte[] sound) {
    byte[] copy = sound.clone();
    return switch (gen.between(0, 6)) {
      case 0 -> Arrays.copyOf(copy, gen.between(0, copy.length));
      case 1 -> Arrays.copyOf(copy, copy.length + gen.between(1, 40));
      case 2 -> copy.length == 0 ? gen.bytes(3) : gen.withOneFlippedBit(copy);
      case 3 -> inflated(gen, copy);
      case 4 -> spliced(gen, copy);
      case 5 -> gen.bytes(gen.between(0, 200));
      default -> doubled(gen, copy);
    };
  }

  /// Lengths and counts of every width turned up.
  private static byte[] inflated(Gen gen, byte[] copy) {
    int at = gen.between(0, Math.max(0, copy.length - 1));
    int width = Math.min(gen.pick(List.of(1, 2, 4, 8, 9)), copy.length - at);
    for (int i = 0; i < width; i++) {
      copy[at + i] = (byte) (i == 0 ? gen.between(0xfc, 0xff) : 0xff);
    }
    return copy;
  }

  private static byte[] spliced(Gen gen, byte[] copy) {
    byte[] strange = gen.bytes(gen.between(0, Math.min(12, copy.length)));
    int at = gen.between(0, copy.length - strange.length);
    System.arraycopy(strange, 0, copy, at, strange.length);
    return copy;
  }

  /// A part of it twice.
  private static byte[] doubled(Gen gen, byte[] copy) {
    int from = gen.between(0, copy.length);
    int to = gen.between(from, copy.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(copy, 0, to);
    out.write(copy, from, copy.length - from);
    return out.toByteArray();
  }

  private static PeerFrames frames() {
    return new PeerFrames(0xfedc_ba98L);
  }

  private static byte[] framed(PeerMessage message) {
    return framed(new PeerFrame(message.command(), PeerCodec.encode(message).bytes()));
  }

  private static byte[] framed(PeerFrame frame) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      frames().write(out, frame);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static List<PeerMessage> messages() {
    TestBlocks mint = TestBlocks.confirmed(5);
    ElaTransaction payment = mint.payment(new OutputId(HASH, 1), ProgramHash.of(new byte[21]), 5);
    DposBlock block = mint.block(mint.root(), payment);
    List<Hash256> ids = block.block().transactions().stream().map(ElaTransaction::txid).toList();
    Bytes name = Bytes.of("tx".getBytes(StandardCharsets.US_ASCII));
    List<PeerMessage> messages =
        new ArrayList<>(
            List.of(
                new Version(80_000, 3, 1, 20_338, -1, 5, true, name),
                new Version(20_000, 3, 1, 20_338, -1, 5, false, Bytes.EMPTY),
                new Verack(),
                new Ping(7),
                new Pong(-7),
                new GetBlocks(List.of(HASH, Hash256.ZERO), HASH),
                PeerFilter.everything(),
                new MerkleBlock(
                    new DposHeader(block.block().header(), block.confirm()),
                    PartialMerkleTree.of(ids, new HashSet<>(ids))),
                new MerkleBlock(
                    new DposHeader(block.block().header(), Optional.empty()),
                    PartialMerkleTree.of(ids, Set.of(payment.txid()))),
                new Tx(payment),
                new WholeBlock(block),
                new WholeBlock(new DposBlock(block.block(), Optional.empty())),
                new Reject(name, 0x10, name, HASH)));
    for (PeerCommand command :
        List.of(PeerCommand.INV, PeerCommand.GETDATA, PeerCommand.NOTFOUND)) {
      messages.add(new Inventory(command, List.of(new Inventory.Item(2, HASH))));
    }
    for (PeerCommand command :
        List.of(PeerCommand.GETADDR, PeerCommand.MEMPOOL, PeerCommand.FILTERCLEAR)) {
      messages.add(new Unread(command, Bytes.EMPTY));
    }
    for (PeerCommand command :
        List.of(
            PeerCommand.ADDR, PeerCommand.FILTERADD, PeerCommand.FILTERLOAD, PeerCommand.DADDR)) {
      messages.add(new Unread(command, name));
    }
    return messages;
  }
}
