// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.content.BlockSource.Answer;
import org.elastos.smartweb.content.VerifiedFetch.Fault;
import org.elastos.smartweb.content.VerifiedFetch.FaultKind;
import org.elastos.smartweb.content.VerifiedFetch.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifiedFetchTest {
  private static final long MANY = 1L << 40;

  @TempDir Path folder;
  private Path file;
  private Path target;
  private FileBlocks blocks;
  private Cid root;

  @BeforeEach
  void write() throws IOException {
    byte[] content = new byte[5_300_000];
    new Random(2).nextBytes(content);
    file = Files.write(folder.resolve("work"), content);
    target = folder.resolve("copy");
    blocks = FileBlocks.open(file, UnixFsProfile.UNIXFS_V1_2025);
    root = blocks.dag().root();
  }

  @ParameterizedTest
  @CsvSource({
    "unixfs-v1-2025, 0", "unixfs-v1-2025, 1", "unixfs-v1-2025, 1048577",
    "kubo-cid-version-1, 262145", "unixfs-v0-2015, 0", "unixfs-v0-2015, 262144",
    "unixfs-v0-2015, 3000000"
  })
  void fetchesFilesOfEveryProfile(String profile, int size) throws IOException {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    Path small = Files.write(folder.resolve("small"), content);
    FileBlocks served = FileBlocks.open(small, UnixFsProfile.named(profile).orElseThrow());
    Outcome outcome = fetch(served.dag().root(), honest("a", served));
    assertThat(outcome).isEqualTo(new Outcome.Complete(target, size, List.of()));
    assertThat(Files.mismatch(small, target)).isEqualTo(-1);
    assertThat(VerifiedFetch.partOf(target)).doesNotExist();
  }

  @Test
  void namesThePeerAndTheBlockThatLiedAndGoesOn() throws IOException {
    Cid leaf = blocks.dag().leaf(3);
    BlockSource liar =
        peer(
            "liar",
            cid -> {
              Answer answer = honest("x", blocks).fetch(cid);
              return cid.equals(leaf) && answer instanceof Answer.Block(Bytes bytes)
                  ? new Answer.Block(flipped(bytes))
                  : answer;
            });
    List<Fault> heard = new ArrayList<>();
    List<Long> progress = new ArrayList<>();
    VerifiedFetch.Listener listener =
        new VerifiedFetch.Listener() {
          @Override
          public void progress(long done, long total) {
            assertThat(total).isEqualTo(5_300_000);
            progress.add(done);
          }

          @Override
          public void fault(Fault fault) {
            heard.add(fault);
          }
        };
    Outcome outcome =
        new VerifiedFetch(List.of(liar, honest("good", blocks)), listener, MANY)
            .fetch(root, target);
    Fault lie = new Fault("liar", leaf, FaultKind.WRONG_BYTES);
    assertThat(outcome).isEqualTo(new Outcome.Complete(target, 5_300_000, List.of(lie)));
    assertThat(heard).containsExactly(lie);
    assertThat(progress).isSorted().endsWith(5_300_000L);
    assertThat(Files.mismatch(file, target)).isEqualTo(-1);
  }

  @Test
  void asksALiarNoMore() {
    Map<String, Integer> asked = new HashMap<>();
    BlockSource liar =
        peer(
            "liar",
            cid -> {
              asked.merge("liar", 1, Integer::sum);
              return new Answer.Block(Bytes.of(new byte[3]));
            });
    assertThat(fetch(root, liar, honest("good", blocks))).isInstanceOf(Outcome.Complete.class);
    assertThat(asked).containsEntry("liar", 1);
  }

  @Test
  void goesOnPastPeersThatHaveNothingOrFail() {
    BlockSource empty = peer("empty", cid -> new Answer.Absent());
    BlockSource dead = peer("dead", cid -> new Answer.Failed("unreachable"));
    Outcome outcome = fetch(root, empty, dead, honest("good", blocks));
    assertThat(outcome)
        .isEqualTo(
            new Outcome.Complete(
                target,
                5_300_000,
                List.of(
                    new Fault("empty", root, FaultKind.ABSENT),
                    new Fault("dead", root, FaultKind.FAILED))));
  }

  @Test
  void resumesWhatIsThereAndFetchesDamagedLeavesAgain() throws IOException {
    Cid missing = blocks.dag().leaf(4);
    BlockSource partial =
        peer(
            "partial",
            cid -> cid.equals(missing) ? new Answer.Absent() : honest("x", blocks).fetch(cid));
    assertThat(fetch(root, partial))
        .isEqualTo(
            new Outcome.Incomplete(
                missing, List.of(new Fault("partial", missing, FaultKind.ABSENT))));
    assertThat(target).doesNotExist();

    Path part = VerifiedFetch.partOf(target);
    byte[] here = Files.readAllBytes(part);
    assertThat(here).hasSize(4 << 20);
    here[(1 << 20) + 7] ^= 1;
    Files.write(part, here);
    List<Cid> asked = new ArrayList<>();
    BlockSource good =
        peer(
            "good",
            cid -> {
              asked.add(cid);
              return honest("x", blocks).fetch(cid);
            });
    assertThat(fetch(root, good)).isInstanceOf(Outcome.Complete.class);
    assertThat(asked).containsExactly(root, blocks.dag().leaf(1), missing, blocks.dag().leaf(5));
    assertThat(Files.mismatch(file, target)).isEqualTo(-1);
  }

  @Test
  void resumesWrappedLeaves() throws IOException {
    FileBlocks old = FileBlocks.open(file, UnixFsProfile.UNIXFS_V0_2015);
    Cid missing = old.dag().leaf(20);
    BlockSource partial =
        peer(
            "partial",
            cid -> cid.equals(missing) ? new Answer.Absent() : honest("x", old).fetch(cid));
    assertThat(fetch(old.dag().root(), partial)).isInstanceOf(Outcome.Incomplete.class);
    List<Cid> asked = new ArrayList<>();
    BlockSource good =
        peer(
            "good",
            cid -> {
              asked.add(cid);
              return honest("x", old).fetch(cid);
            });
    assertThat(fetch(old.dag().root(), good)).isInstanceOf(Outcome.Complete.class);
    assertThat(asked).containsExactly(old.dag().root(), missing);
  }

  @Test
  void cutsALongerPartFile() throws IOException {
    Files.write(VerifiedFetch.partOf(target), new byte[6_000_000]);
    assertThat(fetch(root, honest("good", blocks))).isInstanceOf(Outcome.Complete.class);
    assertThat(Files.mismatch(file, target)).isEqualTo(-1);
  }

  @Test
  void refusesBlocksAboveTheLimitEvenIfTheirHashFits() {
    byte[] large = new byte[BlockSource.MAX_BLOCK_BYTES + 1];
    Cid cid = Cid.of(Cid.Codec.RAW, large);
    BlockSource peer = peer("fat", c -> new Answer.Block(Bytes.of(large)));
    assertThat(fetch(cid, peer))
        .isEqualTo(
            new Outcome.Incomplete(cid, List.of(new Fault("fat", cid, FaultKind.WRONG_BYTES))));
  }

  @Test
  void refusesRootsThatAreNoFilesOrTooLarge() {
    byte[] directory = {0x0a, 2, 8, 1};
    Cid folderCid = Cid.of(Cid.Codec.DAG_PB, directory);
    assertThat(fetch(folderCid, peer("a", c -> new Answer.Block(Bytes.of(directory)))))
        .isEqualTo(new Outcome.Unusable(folderCid, "not_a_file"));
    Cid value = Cid.of(Cid.Codec.DAG_CBOR, new byte[] {1});
    assertThat(fetch(value, peer("a", c -> new Answer.Block(Bytes.of(new byte[] {1})))))
        .isEqualTo(new Outcome.Unusable(value, "not_a_file"));
    assertThat(
            new VerifiedFetch(
                    List.of(honest("good", blocks)), new VerifiedFetch.Listener() {}, 5_000_000)
                .fetch(root, target))
        .isEqualTo(new Outcome.Unusable(root, "too_large"));
  }

  /// The hash fits, but the node promises another length: its maker lied, not the peer.
  @Test
  void refusesNodesWhoseLengthsContradictTheirChildren() {
    byte[] leaf = {1, 2, 3};
    Map<Hash256, byte[]> made = new HashMap<>();
    Cid leafCid = keep(made, Cid.Codec.RAW, leaf);
    Cid top =
        keep(
            made, Cid.Codec.DAG_PB, UnixFsNode.encode(List.of(new UnixFsNode.Link(leafCid, 3, 4))));
    assertThat(fetch(top, memory(made)))
        .isEqualTo(new Outcome.Unusable(leafCid, "lengths_contradict"));
    Cid above =
        keep(made, Cid.Codec.DAG_PB, UnixFsNode.encode(List.of(new UnixFsNode.Link(top, 3, 5))));
    assertThat(fetch(above, memory(made)))
        .isEqualTo(new Outcome.Unusable(top, "lengths_contradict"));
  }

  @Test
  void refusesTowersOfNodes() {
    Map<Hash256, byte[]> made = new HashMap<>();
    Cid cid = keep(made, Cid.Codec.RAW, new byte[] {1});
    for (int i = 0; i < 10; i++) {
      cid =
          keep(made, Cid.Codec.DAG_PB, UnixFsNode.encode(List.of(new UnixFsNode.Link(cid, 1, 1))));
    }
    assertThat(fetch(cid, memory(made)))
        .isInstanceOfSatisfying(
            Outcome.Unusable.class, o -> assertThat(o.reason()).isEqualTo("too_deep"));
  }

  @Test
  void refusesLinksToOtherKindsOfValues() {
    Map<Hash256, byte[]> made = new HashMap<>();
    Cid value = keep(made, Cid.Codec.DAG_CBOR, new byte[] {1});
    Cid top =
        keep(made, Cid.Codec.DAG_PB, UnixFsNode.encode(List.of(new UnixFsNode.Link(value, 1, 1))));
    assertThat(fetch(top, memory(made))).isEqualTo(new Outcome.Unusable(value, "not_a_file"));
  }

  @Test
  void namesDiskFaults() {
    target = folder.resolve("absent/copy");
    assertThatThrownBy(() -> fetch(root, honest("good", blocks)))
        .isInstanceOf(UncheckedIOException.class);
  }

  private Outcome fetch(Cid cid, BlockSource... peers) {
    return new VerifiedFetch(List.of(peers), new VerifiedFetch.Listener() {}, MANY)
        .fetch(cid, target);
  }

  private static Cid keep(Map<Hash256, byte[]> made, Cid.Codec codec, byte[] block) {
    Cid cid = Cid.of(codec, block);
    made.put(cid.digest(), block);
    return cid;
  }

  private static BlockSource memory(Map<Hash256, byte[]> made) {
    return peer("memory", cid -> new Answer.Block(Bytes.of(made.get(cid.digest()))));
  }

  private static BlockSource honest(String name, FileBlocks blocks) {
    return peer(
        name,
        cid -> {
          try {
            return new Answer.Block(Bytes.of(FileBlocks.read(blocks.find(cid).orElseThrow())));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static Bytes flipped(Bytes bytes) {
    byte[] changed = bytes.bytes();
    changed[changed.length / 2] ^= 1;
    return Bytes.of(changed);
  }

  private static BlockSource peer(String name, Function<Cid, Answer> answer) {
    return new BlockSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Answer fetch(Cid cid) {
        return answer.apply(cid);
      }
    };
  }
}
