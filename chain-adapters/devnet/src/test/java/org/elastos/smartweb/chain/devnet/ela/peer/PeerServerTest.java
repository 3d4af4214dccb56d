// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.ElaDevNode;
import org.elastos.smartweb.chain.devnet.ela.ElaDevSettings;
import org.elastos.smartweb.chain.devnet.ela.chain.TestChain;
import org.elastos.smartweb.chain.devnet.ela.rules.DevKey;
import org.elastos.smartweb.chain.devnet.ela.rules.OutPoint;
import org.elastos.smartweb.chain.ela.DposHeader;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxCodec;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.elastos.smartweb.chain.ela.tx.TxType;
import org.elastos.smartweb.chain.ela.verify.PartialMerkleTree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The peer protocol over raw sockets.
class PeerServerTest {
  private static final DevKey ALICE = TestChain.key("alice");
  private static final String NO_STOP = "00".repeat(32);

  /// One byte of ones under one function: matches everything.
  private static final String EVERYTHING = "01ff" + "01000000" + "00000000" + "00" + "00";

  @TempDir Path directory;
  private ElaDevNode node;

  @BeforeEach
  void startNode() {
    node =
        ElaDevNode.start(
            ElaDevSettings.onDemand(directory, TestChain.RULES),
            TestChain.CLOCK,
            new SecureRandom());
  }

  @AfterEach
  void stopNode() {
    node.close();
  }

  @Test
  void shakesHandsAndAnswersPings() throws IOException {
    node.chain().mine(3);
    try (TestPeer peer = TestPeer.silent(node.peer())) {
      peer.send("version", TestPeer.version());
      ByteBuffer theirs = peer.receive().body();
      assertThat(theirs.getInt()).isEqualTo(80_000);
      assertThat(theirs.getLong()).isEqualTo(7);
      assertThat(theirs.getLong(26)).as("height").isEqualTo(3);
      assertThat(peer.receive().command()).isEqualTo("verack");
      peer.send("verack", "");
      peer.send("ping", "1122334455667788");
      TestPeer.Message pong = peer.receive();
      assertThat(pong.command()).isEqualTo("pong");
      assertThat(HexFormat.of().formatHex(pong.payload())).isEqualTo("1122334455667788");
      Awaitility.await().until(() -> node.chain().height() == 3);
    }
  }

  @Test
  void givesBlocksWithAndWithoutConfirm() throws IOException {
    List<Hash256> hashes = node.chain().mine(3);
    try (TestPeer peer = TestPeer.greeted(node.peer())) {
      peer.send("getblocks", "01000000" + hashes.get(0).hex() + NO_STOP);
      assertThat(inventory(peer.receive()))
          .containsExactly(new InvVect(4, hashes.get(1)), new InvVect(4, hashes.get(2)));
      peer.send("getdata", "01000000" + "04000000" + hashes.get(1).hex());
      DposBlock whole = TxCodec.readDposBlock(peer.receive("block").payload()).orElseThrow();
      assertThat(whole.confirm()).isPresent();
      assertThat(whole.block().header().hash()).isEqualTo(hashes.get(1));
      peer.send("getdata", "01000000" + "02000000" + hashes.get(1).hex());
      DposBlock bare = TxCodec.readDposBlock(peer.receive("block").payload()).orElseThrow();
      assertThat(bare.confirm()).isEmpty();
      peer.send("getdata", "02000000" + "04000000" + "11".repeat(32) + "01000000" + NO_STOP);
      assertThat(inventory(peer.receive("notfound"))).hasSize(2);
    }
  }

  @Test
  void startsAtTheFirstBlockForAnUnknownLocatorAndStopsWhereAsked() throws IOException {
    List<Hash256> hashes = node.chain().mine(4);
    try (TestPeer peer = TestPeer.greeted(node.peer())) {
      peer.send("getblocks", "01000000" + "99".repeat(32) + hashes.get(1).hex());
      assertThat(inventory(peer.receive()))
          .extracting(InvVect::hash)
          .containsExactly(hashes.get(0), hashes.get(1));
    }
  }

  @Test
  void provesEverythingToALightClientWithConfirms() throws IOException {
    TestChain.fund(node.chain(), TestChain.owner(ALICE), 50_000);
    node.chain().rotate();
    Hash256 rotation = tip();
    try (TestPeer peer = TestPeer.greeted(node.peer())) {
      peer.send("getdata", "01000000" + "03000000" + rotation.hex());
      peer.send("txfilter", filter(1, EVERYTHING));
      peer.send("getblocks", "01000000" + NO_STOP + NO_STOP);
      TestPeer.Message inventory = peer.receive();
      assertThat(inventory.command()).as("nothing is sent without a filter").isEqualTo("inv");
      assertThat(inventory(inventory)).extracting(InvVect::type).containsOnly(2L);
      peer.send("getdata", "01000000" + "03000000" + rotation.hex());
      Filtered filtered = Filtered.read(peer.receive("merkleblock").payload(), true);
      assertThat(filtered.header.confirm()).isPresent();
      assertThat(filtered.tree.content())
          .isInstanceOfSatisfying(
              PartialMerkleTree.Content.Proved.class,
              proved -> {
                assertThat(proved.root()).isEqualTo(filtered.header.header().merkleRoot());
                assertThat(proved.matches()).hasSize(2);
              });
      assertThat(transaction(peer.receive()).type()).isEqualTo(TxType.COINBASE);
      assertThat(transaction(peer.receive()).type()).isEqualTo(TxType.NEXT_TURN_DPOS_INFO);
    }
  }

  @Test
  void provesOnlyWhatABloomFilterAsksFor() throws IOException {
    OutPoint paid = TestChain.fund(node.chain(), TestChain.owner(ALICE), 50_000);
    Hash256 block = tip();
    byte[] owner = TestChain.owner(ALICE).bytes();
    try (TestPeer peer = TestPeer.greeted(node.peer())) {
      peer.send("txfilter", filter(0, bloomOf(owner)));
      peer.send("getdata", "01000000" + "03000000" + block.hex());
      Filtered filtered = Filtered.read(peer.receive("merkleblock").payload(), false);
      assertThat(filtered.tree.content())
          .isInstanceOfSatisfying(
              PartialMerkleTree.Content.Proved.class,
              proved ->
                  assertThat(proved.matches())
                      .extracting(PartialMerkleTree.Match::txid)
                      .containsExactly(paid.txid()));
      assertThat(transaction(peer.receive()).txid()).isEqualTo(paid.txid());

      ElaTransaction spend =
          TestChain.signed(
              TestChain.transfer(
                  List.of(TestChain.input(paid)),
                  List.of(TxOutput.of(TestChain.owner(TestChain.key("b")), new Sela(40_000)))),
              ALICE);
      assertThat(node.chain().submit(spend)).isEmpty();
      assertThat(inventory(peer.receive("inv")))
          .as("the spend of a watched output is announced")
          .containsExactly(new InvVect(1, spend.txid()));
      peer.send("getdata", "01000000" + "01000000" + spend.txid().hex());
      assertThat(transaction(peer.receive("tx"))).isEqualTo(spend);
      peer.send("filterclear", "");
      peer.send("mempool", "");
      assertThat(inventory(peer.receive("inv"))).hasSize(1);
    }
  }

  @Test
  void sendsTheEndOfConfirmsWhateverTheFilterSays() throws IOException {
    node.chain().mine(1);
    node.chain().powMode(true);
    try (TestPeer peer = TestPeer.greeted(node.peer())) {
      peer.send("txfilter", filter(1, bloomOf(new byte[21])));
      peer.send("getdata", "01000000" + "03000000" + tip().hex());
      Filtered filtered = Filtered.read(peer.receive("merkleblock").payload(), true);
      assertThat(filtered.header.confirm()).isEmpty();
      assertThat(transaction(peer.receive()).type()).isEqualTo(TxType.REVERT_TO_POW);
    }
  }

  @Test
  void takesTransactionsAndSaysWhyItRefusesOne() throws IOException {
    OutPoint paid = TestChain.fund(node.chain(), TestChain.owner(ALICE), 50_000);
    ElaTransaction spend =
        TestChain.transfer(
            List.of(TestChain.input(paid)),
            List.of(TxOutput.of(TestChain.owner(ALICE), new Sela(40_000))));
    ElaTransaction good = TestChain.signed(spend, ALICE);
    try (TestPeer peer = TestPeer.greeted(node.peer())) {
      peer.send("tx", spend.encoded().bytes());
      ByteBuffer reject = peer.receive("reject").body();
      assertThat(TestPeer.text(reject)).isEqualTo("tx");
      assertThat(reject.get()).isEqualTo((byte) 0x10);
      assertThat(TestPeer.text(reject)).isEqualTo("program_count");
      peer.send("tx", good.encoded().bytes());
      assertThat(inventory(peer.receive("inv"))).containsExactly(new InvVect(1, good.txid()));
      Hash256 next = node.chain().mine(1).getFirst();
      assertThat(inventory(peer.receive("inv"))).containsExactly(new InvVect(4, next));
    }
  }

  @Test
  void sendsFiveHundredAtATimeAndThenTheBest() throws IOException {
    node.chain().powMode(true);
    List<Hash256> hashes = node.chain().mine(505);
    try (TestPeer peer = TestPeer.greeted(node.peer())) {
      peer.send("getblocks", "00000000" + NO_STOP);
      List<InvVect> first = inventory(peer.receive("inv"));
      assertThat(first).hasSize(500);
      peer.send("getdata", "01000000" + "04000000" + first.getLast().hash().hex());
      peer.receive("block");
      assertThat(inventory(peer.receive("inv"))).containsExactly(new InvVect(4, hashes.getLast()));
    }
  }

  @Test
  void cutsOffWhoeverBreaksTheProtocol() throws IOException {
    assertCutOff(peer -> peer.raw(new byte[24]));
    assertCutOff(peer -> peer.send("verack", ""));
    assertCutOff(peer -> peer.send("version", new byte[300]));
    assertCutOff(peer -> peer.send("version", TestPeer.version(), Integer.MAX_VALUE));
    assertCutOff(peer -> peer.send("version", TestPeer.version(), -1));
    assertCutOff(peer -> peer.send("ABCDEFGHIJKLM", ""));
    try (TestPeer peer = TestPeer.greeted(node.peer())) {
      peer.send("something", new byte[60_000]);
      peer.send("ping", "0000000000000001");
      assertThat(peer.receive().command()).as("unknown is passed over").isEqualTo("pong");
      peer.send("getdata", "ffffffff");
      assertThat(peer.isCutOff()).isTrue();
    }
    try (TestPeer peer = TestPeer.greeted(node.peer())) {
      peer.send("txfilter", filter(1, "00" + "01000000" + "00000000" + "00"));
      assertThat(peer.isCutOff()).as("a filter that divides by zero").isTrue();
    }
    try (TestPeer peer = TestPeer.greeted(node.peer())) {
      peer.send("version", TestPeer.version());
      assertThat(peer.isCutOff()).isTrue();
    }
  }

  private interface Breach {
    void by(TestPeer peer) throws IOException;
  }

  private void assertCutOff(Breach breach) throws IOException {
    try (TestPeer peer = TestPeer.silent(node.peer())) {
      breach.by(peer);
      assertThat(peer.isCutOff()).isTrue();
    }
  }

  private record Filtered(DposHeader header, PartialMerkleTree tree) {
    static Filtered read(byte[] payload, boolean withConfirm) {
      return ElaReader.decode(
              payload,
              in ->
                  new Filtered(
                      withConfirm
                          ? DposHeader.read(in)
                          : new DposHeader(ElaHeader.read(in), Optional.empty()),
                      PartialMerkleTree.read(in)))
          .orElseThrow();
    }
  }

  private Hash256 tip() {
    return node.chain().hashAt(node.chain().height()).orElseThrow();
  }

  private static ElaTransaction transaction(TestPeer.Message message) {
    assertThat(message.command()).isEqualTo("tx");
    return TxCodec.readTransaction(message.payload()).orElseThrow();
  }

  private static List<InvVect> inventory(TestPeer.Message message) {
    return ElaReader.decode(message.payload(), InvVect::readAll).orElseThrow();
  }

  private static String filter(int type, String data) {
    return String.format("%02x%02x%s", type, data.length() / 2, data);
  }

  /// A filter of 32 bytes and three functions that holds one item.
  private static String bloomOf(byte[] item) {
    byte[] bits = new byte[32];
    for (int i = 0; i < 3; i++) {
      long bit = Integer.toUnsignedLong(Bloom.murmur3(i * 0xfba4c795 + 5, item)) % 256;
      bits[(int) bit / 8] |= (byte) (1 << (bit % 8));
    }
    return "20" + Bytes.of(bits).hex() + "03000000" + "05000000" + "00" + "00";
  }
}
