// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
import org.elastos.smartweb.home.client.HomeAnswer;
import org.elastos.smartweb.home.content.ShelvedWork;
import org.elastos.smartweb.home.license.CommitteeOnChain;
import org.elastos.smartweb.home.license.CommitteePin;
import org.elastos.smartweb.home.license.PinnedChain;
import org.elastos.smartweb.home.license.StoredDelegation;
import org.elastos.smartweb.home.play.PlayStatus;
import org.elastos.smartweb.home.play.PlayStatus.NodeEvidence;
import org.elastos.smartweb.license.Evidence;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.sandbox.OwnCapsules;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A home with our player and a work on its shelf, five licence nodes of which one lies, and a
/// buyer.
abstract class PlayingHome {
  static final SecretBytes DEVELOPER = SecretBytes.copyOf(new byte[32]);
  static final Bundle PLAYER = OwnCapsules.audioPlayer(DEVELOPER);
  static final int LIAR = 1;

  // One home through all tests, so that its capsule is compiled once.
  @TempDir static Path directory;

  final LocalWallet buyer = LocalWallet.generate(new SecureRandom());
  final PinnedChain chain = new PinnedChain();
  TestNodes nodes;
  CommitteePin pin;
  TestHome home;
  ShelvedWork work;

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

  HomeAnswer<PlayStatus> play(LocalWallet wallet) {
    return home.client.play(work.path().toString(), wallet.address());
  }

  HomeAnswer<PlayStatus> playPath(String path) {
    return home.client.play(path, buyer.address());
  }

  Path sound(String output) {
    return sound(output, PLAYER.manifest().appId());
  }

  Path sound(String output, AppId renderer) {
    return work(TestWorks.resource("mono.ogg"), output, renderer);
  }

  Path work(byte[] content, String output, AppId renderer) {
    Committee committee = new Committee(pin.groupKey(), pin.chain(), pin.contract());
    TestWorks.Guard guard =
        new TestWorks.Guard(nodes.keys().groupKey(), committee, renderer, output);
    return TestWorks.sound(content, guard, directory.resolve("sound.ddrm")).file();
  }

  StoredDelegation delegate(LocalWallet wallet) {
    String text =
        TestHome.done(home.client.prepareDelegation(wallet.address(), List.of(pin.groupKey())));
    return TestHome.done(home.client.storeDelegation(text, sign(wallet, text)));
  }

  static Bytes sign(LocalWallet wallet, String text) {
    return wallet.signDigest(Eip191.digest(text));
  }

  byte[] listen(PlayStatus opened, boolean wave) throws IOException {
    try (InputStream sound = TestHome.done(home.client.sound(opened.id(), wave))) {
      return sound.readAllBytes();
    }
  }

  PlayStatus end(PlayStatus opened) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> TestHome.done(home.client.session(opened.id())),
            status -> status.state() != PlayStatus.State.PLAYING);
  }

  boolean convicts(NodeEvidence node) {
    byte[] encoded = Base64.getDecoder().decode(node.evidence().orElseThrow());
    Optional<Evidence> evidence = Evidence.parse(Bytes.of(encoded));
    Bytes identity = Bytes.of(pin.nodes().get(node.index() - 1).identityKey().bytes());
    return evidence.orElseThrow().convicts(nodes.keys(), node.index(), identity);
  }

  static int greatestDifference(byte[] one, byte[] other) {
    short[] a = samples(one);
    short[] b = samples(other);
    int most = 0;
    for (int i = 0; i < a.length; i++) {
      most = Math.max(most, Math.abs(a[i] - b[i]));
    }
    return most;
  }

  static short[] samples(byte[] bytes) {
    short[] out = new short[bytes.length / 2];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(out);
    return out;
  }
}
