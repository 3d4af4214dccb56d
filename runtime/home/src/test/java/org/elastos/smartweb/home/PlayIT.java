// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.ddrm.AppId;
import org.elastos.smartweb.home.capsule.StartedCapsule;
import org.elastos.smartweb.home.client.HomeAnswer;
import org.elastos.smartweb.home.license.CommitteeOnChain;
import org.elastos.smartweb.home.license.StoredDelegation;
import org.elastos.smartweb.home.play.PcmFormat;
import org.elastos.smartweb.home.play.PlayStatus;
import org.elastos.smartweb.home.play.PlayStatus.Failure;
import org.elastos.smartweb.home.play.PlayStatus.NodeEvidence;
import org.elastos.smartweb.sandbox.PlayerResult;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.junit.jupiter.api.Test;

@DatabaseTest
class PlayIT extends PlayingHome {
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
  void saysAtOnceThatASessionEndedBeforeItsListenerCame() throws IOException {
    delegate(buyer);
    byte[] noise = TestWorks.resource("mono.pcm");
    Path file = work(noise, "audio", PLAYER.manifest().appId());
    TestHome.done(home.client.putFile("noise.ddrm", file));
    PlayStatus opened = TestHome.done(playPath("localhost://Users/alice/noise.ddrm"));
    assertThat(end(opened).failure().map(Failure::code)).contains("not_vorbis");
    var refused = TestHome.refused(home.client.sound(opened.id(), true));
    assertThat(refused.code()).isEqualTo("no_sound");
    assertThat(refused.problem().getString("reason")).isEqualTo("not_vorbis");
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
}
