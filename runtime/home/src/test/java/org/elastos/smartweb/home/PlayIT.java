// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Eip191;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.ddrm.AppId;
import org.elastos.smartweb.ddrm.Committee;
import org.elastos.smartweb.home.capsule.StartedCapsule;
import org.elastos.smartweb.home.client.HomeAnswer;
import org.elastos.smartweb.home.content.ShelvedWork;
import org.elastos.smartweb.home.license.CommitteeOnChain;
import org.elastos.smartweb.home.license.CommitteePin;
import org.elastos.smartweb.home.license.PinnedChain;
import org.elastos.smartweb.home.license.StoredDelegation;
import org.elastos.smartweb.home.play.PcmFormat;
import org.elastos.smartweb.home.play.PlayStatus;
import org.elastos.smartweb.home.play.PlayStatus.NodeEvidence;
import org.elastos.smartweb.license.Evidence;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.sandbox.OwnCapsules;
import org.elastos.smartweb.sandbox.PlayerResult;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
class PlayIT {
  private static final SecretBytes DEVELOPER = SecretBytes.copyOf(new byte[32]);
  private static final Bundle PLAYER = OwnCapsules.audioPlayer(DEVELOPER);
  private static final int LIAR = 1;

  // One home through all tests, so that its capsule is compiled once.
  @TempDir static Path directory;

  private final LocalWallet buyer = LocalWallet.generate(new SecureRandom());
  private final PinnedChain chain = new PinnedChain();
  private TestNodes nodes;
  private CommitteePin pin;
  private TestHome home;
  private ShelvedWork work;

  @BeforeEach
  void start(DatabaseAccess database) throws IOException {
    nodes = new TestNodes(LIAR);
    pin = nodes.pin();
    CommitteeOnChain.put(chain, pin, nodes.keys());
    home = TestHome.start(new TestHome.Place(directory, database), chain, pin);
    TestHome.done(home.client.installCapsule(PLAYER.encode()));
    work = TestHome.done(home.client.putFile("song.ddrm", sound("audio")));
    nodes.setOwner(buyer.address(), true);
  }

  @AfterEach
  void stop() {
    home.close();
    nodes.close();
  }

  @Test
  void playsWhatItsOwnerBoughtAndNamesTheLyingNode() throws IOException {
    delegate(buyer);
    nodes.kill(5);

    PlayStatus opened = TestHome.done(home.client.play(work.path().toString(), buyer.address()));

    byte[] expected = TestWorks.resource("mono.pcm");
    byte[] heard = listen(opened, false);
    assertThat(heard).hasSameSizeAs(expected);
    assertThat(greatestDifference(heard, expected)).isLessThanOrEqualTo(1);
    PlayStatus over = end(opened);
    assertThat(over.state()).isEqualTo(PlayStatus.State.FINISHED);
    assertThat(over.format().map(PcmFormat::channels)).contains(1);
    assertThat(over.pcmBytes()).isEqualTo(expected.length);
    assertThat(over.renderer().appId()).isEqualTo(PLAYER.manifest().appId().hash());
    assertThat(over.license().needed()).isEqualTo(3);
    assertThat(over.license().nodes().stream().filter(node -> node.result().equals("answered")))
        .hasSize(3);
    NodeEvidence liar = over.license().nodes().get(LIAR - 1);
    assertThat(liar.result()).isEqualTo("bad");
    assertThat(convicts(liar)).isTrue();
  }

  @Test
  void makesOneSessionForManyLicences() throws IOException {
    delegate(buyer);
    PlayStatus first = TestHome.done(home.client.play(work.assetId(), buyer.address()));
    listen(first, true);
    int openings = nodes.openings.get();
    PlayStatus second = TestHome.done(home.client.play(work.assetId(), buyer.address()));
    byte[] wave = listen(second, true);
    assertThat(wave).startsWith('R', 'I', 'F', 'F');
    assertThat(wave.length).isEqualTo(44 + TestWorks.resource("mono.pcm").length);
    // The lying node's context is forgotten with its lie; a spare node may be new.
    assertThat(nodes.openings.get() - openings).isLessThanOrEqualTo(2);
    assertThat(second.id()).isNotEqualTo(first.id());
  }

  @Test
  void refusesWhoDoesNotOwnIt() {
    LocalWallet stranger = LocalWallet.generate(new SecureRandom());
    assertThat(TestHome.refused(play(stranger)).code()).isEqualTo("not_delegated");
    delegate(stranger);
    HomeAnswer.Refused<PlayStatus> refused = TestHome.refused(play(stranger));
    assertThat(refused.code()).isEqualTo("not_owner");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.problem().getJsonArray("nodes")).hasSize(5);

    delegate(buyer);
    nodes.setOwner(buyer.address(), false);
    assertThat(TestHome.refused(play(buyer)).code()).isEqualTo("not_owner");
  }

  @Test
  void saysHowManyNodesAreMissing() {
    delegate(buyer);
    List.of(3, 4, 5).forEach(nodes::kill);
    long began = System.nanoTime();
    HomeAnswer.Refused<PlayStatus> refused = TestHome.refused(play(buyer));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    assertThat(refused.code()).isEqualTo("not_enough_shares");
    assertThat(refused.problem().getInteger("answered")).isEqualTo(2);
    assertThat(refused.problem().getInteger("needed")).isEqualTo(3);
    assertThat(refused.detail()).contains("2 of 5 nodes answered");
  }

  @Test
  void asksNobodyWhereTheContractContradictsThePin() {
    delegate(buyer);
    CommitteeOnChain.putMembers(chain, pin, CommitteeOnChain.members(pin).subList(0, 4));
    assertThat(TestHome.refused(play(buyer)).code()).isEqualTo("committee_differs");
    assertThat(nodes.requests.get()).isZero();
  }

  @Test
  void asksForNoKeyWithoutAnAllowedOutputAndCapsule() throws IOException {
    delegate(buyer);
    TestHome.done(home.client.putFile("silent.ddrm", sound("text")));
    assertThat(TestHome.refused(playPath("localhost://Users/alice/silent.ddrm")).code())
        .isEqualTo("output_not_allowed");
    AppId other = AppId.of(Bytes.of(new byte[32]), "another app");
    TestHome.done(home.client.putFile("other.ddrm", sound("audio", other)));
    assertThat(TestHome.refused(playPath("localhost://Users/alice/other.ddrm")).code())
        .isEqualTo("renderer_not_installed");
    assertThat(TestHome.refused(playPath("localhost://Users/alice/none.ddrm")).code())
        .isEqualTo("no_such_work");
    assertThat(nodes.requests.get()).isZero();
  }

  @Test
  void startsNoCapsuleWithOneByteChanged() throws IOException {
    delegate(buyer);
    Path bundle = directory.resolve("home/capsules").resolve(PLAYER.releaseId().hex() + ".capsule");
    byte[] bytes = Files.readAllBytes(bundle);
    bytes[bytes.length / 2] ^= 1;
    Files.write(bundle, bytes);
    HomeAnswer.Refused<PlayStatus> refused = TestHome.refused(play(buyer));
    assertThat(refused.code()).isEqualTo("capsule_refused");
    assertThat(refused.problem().getString("stage")).isEqualTo("hashes");
    HomeAnswer.Refused<StartedCapsule> unstarted =
        TestHome.refused(home.client.startCapsule(PLAYER.releaseId()));
    assertThat(unstarted.problem().getString("reason")).isEqualTo("module_hash_mismatch");
    assertThat(unstarted.detail()).contains("found SHA-256", "signed was");
    assertThat(TestHome.refused(home.client.installCapsule(bytes)).code())
        .isEqualTo("capsule_refused");
    assertThat(nodes.requests.get()).isZero();
    TestHome.done(home.client.installCapsule(PLAYER.encode()));
  }

  @Test
  void startsAnInstalledCapsuleWithoutAWork() {
    StartedCapsule started = TestHome.done(home.client.startCapsule(PLAYER.releaseId()));
    assertThat(started.opened()).containsExactly("content:main");
    assertThat(PlayerResult.of(started.exitCode())).contains(PlayerResult.NOT_VORBIS);
    assertThat(started.calls()).isGreaterThan(1);
    assertThat(TestHome.refused(home.client.startCapsule(work.assetId())).code())
        .isEqualTo("capsule_not_installed");
    assertThat(nodes.requests.get()).isZero();
  }

  @Test
  void endsWhenItsOwnerSaysSo() {
    delegate(buyer);
    PlayStatus opened = TestHome.done(play(buyer));
    PlayStatus ended = TestHome.done(home.client.endSession(opened.id()));
    assertThat(ended.state()).isIn(PlayStatus.State.ENDED, PlayStatus.State.FINISHED);
    assertThat(TestHome.done(home.client.endSession(opened.id())).state()).isEqualTo(ended.state());
  }

  @Test
  void givesItsSoundToOneListenerOnly() throws IOException {
    delegate(buyer);
    PlayStatus opened = TestHome.done(play(buyer));
    try (InputStream first = TestHome.done(home.client.sound(opened.id(), false))) {
      assertThat(TestHome.refused(home.client.sound(opened.id(), false)).code())
          .isEqualTo("listener_present");
      first.readAllBytes();
    }
  }

  @Test
  void usesNoDelegationThatWasRevoked() {
    StoredDelegation delegation = delegate(buyer);
    var revoked = TestHome.done(home.client.revokeDelegation(delegation.hash()));
    assertThat(revoked.getJsonArray("nodes")).hasSize(5);
    assertThat(revoked.getString("revokedAt")).isNotNull();
    assertThat(TestHome.refused(play(buyer)).code()).isEqualTo("not_delegated");
  }

  @Test
  void keepsNoTextThatWasNotSignedForThisDevice() {
    String text =
        TestHome.done(home.client.prepareDelegation(buyer.address(), List.of(pin.groupKey())));
    LocalWallet other = LocalWallet.generate(new SecureRandom());
    assertThat(TestHome.refused(home.client.storeDelegation(text, sign(other, text))).code())
        .isEqualTo("bad_signature");
    String login = text.replace("smartweb-license:v1", "https://market.example");
    assertThat(TestHome.refused(home.client.storeDelegation(login, sign(buyer, login))).code())
        .isEqualTo("bad_delegation");
    assertThat(
            TestHome.refused(
                    home.client.prepareDelegation(
                        buyer.address(), List.of(PLAYER.manifest().appId().hash())))
                .code())
        .isEqualTo("committee_not_pinned");
  }

  private HomeAnswer<PlayStatus> play(LocalWallet wallet) {
    return home.client.play(work.path().toString(), wallet.address());
  }

  private HomeAnswer<PlayStatus> playPath(String path) {
    return home.client.play(path, buyer.address());
  }

  private Path sound(String output) {
    return sound(output, PLAYER.manifest().appId());
  }

  private Path sound(String output, AppId renderer) {
    Committee committee = new Committee(pin.groupKey(), pin.chain(), pin.contract());
    TestWorks.Guard guard =
        new TestWorks.Guard(nodes.keys().groupKey(), committee, renderer, output);
    return TestWorks.sound(TestWorks.resource("mono.ogg"), guard, directory.resolve("sound.ddrm"))
        .file();
  }

  private StoredDelegation delegate(LocalWallet wallet) {
    String text =
        TestHome.done(home.client.prepareDelegation(wallet.address(), List.of(pin.groupKey())));
    return TestHome.done(home.client.storeDelegation(text, sign(wallet, text)));
  }

  private static Bytes sign(LocalWallet wallet, String text) {
    return wallet.signDigest(Eip191.digest(text));
  }

  private byte[] listen(PlayStatus opened, boolean wave) throws IOException {
    try (InputStream sound = TestHome.done(home.client.sound(opened.id(), wave))) {
      return sound.readAllBytes();
    }
  }

  private PlayStatus end(PlayStatus opened) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> TestHome.done(home.client.session(opened.id())),
            status -> status.state() != PlayStatus.State.PLAYING);
  }

  private boolean convicts(NodeEvidence node) {
    byte[] encoded = Base64.getDecoder().decode(node.evidence().orElseThrow());
    Optional<Evidence> evidence = Evidence.parse(Bytes.of(encoded));
    Bytes identity = Bytes.of(pin.nodes().get(node.index() - 1).identityKey().bytes());
    return evidence.orElseThrow().convicts(nodes.keys(), node.index(), identity);
  }

  private static int greatestDifference(byte[] one, byte[] other) {
    short[] a = samples(one);
    short[] b = samples(other);
    int most = 0;
    for (int i = 0; i < a.length; i++) {
      most = Math.max(most, Math.abs(a[i] - b[i]));
    }
    return most;
  }

  private static short[] samples(byte[] bytes) {
    short[] out = new short[bytes.length / 2];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(out);
    return out;
  }
}
