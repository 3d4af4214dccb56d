// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.elastos.smartweb.content.Cid;
import org.elastos.smartweb.content.FileBlocks;
import org.elastos.smartweb.content.UnixFsFile;
import org.elastos.smartweb.home.client.HomeAnswer;
import org.elastos.smartweb.home.fetch.FetchEvent;
import org.elastos.smartweb.home.fetch.FetchJob;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
class FetchIT {
  @TempDir Path directory;

  private TestHome.Place place;
  private TestHome home;
  private Path original;
  private UnixFsFile dag;
  private FileBlocks blocks;

  @BeforeEach
  void start(DatabaseAccess database) throws IOException {
    place = new TestHome.Place(directory, database);
    home = TestHome.start(place);
    var written = TestWorks.noise(3_300_000, System.nanoTime(), directory.resolve("original.ddrm"));
    original = written.file();
    dag = written.blocks();
    blocks = FileBlocks.of(original, dag);
  }

  @AfterEach
  void stop() {
    home.close();
  }

  @Test
  void namesTheLiarAtItsBlockAndGoesOnWithOthers() throws IOException {
    try (TestPeer liar = TestPeer.lying(blocks, dag.leaf(1), FetchIT::flipOneBit);
        TestPeer dying = TestPeer.dyingAt(blocks, dag.leaf(2));
        TestPeer honest = TestPeer.honest(blocks)) {
      FetchJob job = end(fetch(liar.address(), dying.address(), honest.address()).id());

      assertThat(job.state()).isEqualTo(FetchJob.State.DONE);
      assertThat(job.bytes()).isEqualTo(Files.size(original));
      assertThat(job.total()).hasValue(Files.size(original));
      assertThat(job.path()).contains("localhost://Users/alice/" + dag.root() + ".ddrm");
      assertThat(job.events())
          .extracting(FetchEvent::kind, FetchEvent::provider)
          .containsExactly(
              tuple(FetchEvent.Kind.BAD_BLOCK, liar.address().toString()),
              tuple(FetchEvent.Kind.PEER_CHANGED, dying.address().toString()),
              tuple(FetchEvent.Kind.PEER_FAILED, dying.address().toString()),
              tuple(FetchEvent.Kind.PEER_CHANGED, honest.address().toString()));
      FetchEvent bad = job.events().getFirst();
      assertThat(bad.block()).contains(dag.leaf(1).toString());
      assertThat(bad.index()).isEqualTo(OptionalLong.of(1));
      assertThat(honest.asked).containsExactly(dag.leaf(2), dag.leaf(3));
      assertThat(directory.resolve("home/tree/Users/alice/" + dag.root() + ".ddrm"))
          .hasSameBinaryContentAs(original);
      assertThat(liar.asked).contains(dag.leaf(1)).doesNotContain(dag.leaf(2));
    }
  }

  @Test
  void endsWithoutAnHonestPeer() {
    try (TestPeer liar = TestPeer.lying(blocks, dag.leaf(0), FetchIT::flipOneBit)) {
      FetchJob job = end(fetch(liar.address()).id());
      assertThat(job.state()).isEqualTo(FetchJob.State.FAILED);
      assertThat(job.failure().map(FetchJob.Failure::code)).contains("no_honest_peer");
      assertThat(TestHome.done(home.client.files())).isEmpty();
    }
  }

  @Test
  void goesOnAfterARestartWithWhatItHas(DatabaseAccess database) throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (TestPeer slow = TestPeer.holding(blocks, dag.leaf(2), gate)) {
      UUID id = fetch(slow.address()).id();
      await().atMost(Duration.ofSeconds(20)).until(() -> slow.asked.contains(dag.leaf(2)));
      home.close();
      int before = slow.asked.size();
      gate.countDown();

      home = TestHome.start(new TestHome.Place(directory, database));
      FetchJob job = end(id);

      assertThat(job.state()).isEqualTo(FetchJob.State.DONE);
      assertThat(job.events()).extracting(FetchEvent::kind).contains(FetchEvent.Kind.RESUMED);
      // The nodes are asked again, the leaves that lay on the disk are not.
      List<Cid> again = List.copyOf(slow.asked).subList(before, slow.asked.size());
      assertThat(again).doesNotContain(dag.leaf(0), dag.leaf(1)).contains(dag.leaf(3));
    }
  }

  @Test
  void stopsWhenItIsCancelled() {
    CountDownLatch gate = new CountDownLatch(1);
    try (TestPeer slow = TestPeer.holding(blocks, dag.leaf(1), gate)) {
      UUID id = fetch(slow.address()).id();
      await().atMost(Duration.ofSeconds(20)).until(() -> slow.asked.contains(dag.leaf(1)));
      assertThat(TestHome.done(home.client.cancelJob(id)).state())
          .isEqualTo(FetchJob.State.CANCELLED);
      gate.countDown();
      assertThat(end(id).state()).isEqualTo(FetchJob.State.CANCELLED);
      assertThat(TestHome.done(home.client.files())).isEmpty();
    }
  }

  @Test
  void asksNoPeerInItsOwnersNetworkUnlessItIsToldTo(DatabaseAccess database) {
    try (TestPeer near = TestPeer.honest(blocks)) {
      home.close();
      home = TestHome.startOutside(new TestHome.Place(directory, database));
      String cid = dag.root().toString();
      HomeAnswer.Refused<FetchJob> refused =
          TestHome.refused(home.client.fetch(cid, List.of(near.address()), Optional.empty()));
      assertThat(refused.code()).isEqualTo("provider_not_allowed");
      assertThat(refused.status()).isEqualTo(403);
      // Beside a peer that may be asked, and that nobody has, it is passed over.
      FetchJob job = end(fetch(URI.create("http://no-such-peer.invalid"), near.address()).id());
      assertThat(job.failure().map(FetchJob.Failure::code)).contains("no_honest_peer");
      assertThat(job.events()).extracting(FetchEvent::provider).contains(near.address().toString());
      assertThat(near.asked).isEmpty();
    }
  }

  @Test
  void refusesOrdersThatMakeNoSense() {
    String cid = dag.root().toString();
    List<URI> peers = List.of(URI.create("http://127.0.0.1:1"));
    assertThat(TestHome.refused(home.client.fetch(cid, List.of(), Optional.empty())).code())
        .isEqualTo("bad_providers");
    assertThat(
            TestHome.refused(
                    home.client.fetch(cid, List.of(URI.create("file:///etc")), Optional.empty()))
                .code())
        .isEqualTo("bad_providers");
    assertThat(TestHome.refused(home.client.fetch(cid, peers, Optional.of("../x"))).code())
        .isEqualTo("bad_name");
    assertThat(TestHome.refused(home.client.job(new UUID(1, 2))).code()).isEqualTo("no_such_job");
  }

  private FetchJob fetch(URI... providers) {
    return TestHome.done(
        home.client.fetch(dag.root().toString(), List.of(providers), Optional.empty()));
  }

  private FetchJob end(UUID id) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> TestHome.done(home.client.job(id)), job -> job.state() != FetchJob.State.RUNNING);
  }

  private static byte[] flipOneBit(byte[] block) {
    byte[] copy = block.clone();
    copy[copy.length / 2] ^= 0x10;
    return copy;
  }
}
