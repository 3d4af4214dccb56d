// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Wallet;
import org.elastos.smartweb.crypto.Hpke;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.Policy;
import org.elastos.smartweb.ddrm.Statement;
import org.junit.jupiter.api.Test;

/// Who makes way for whom in a node's memory.
class OpenSessionsTest {
  private static final int PER_WALLET = 3;
  private static final int UNTRIED = 5;
  private static final int LICENSED = 4;

  private final TestNetwork network = new TestNetwork(11);
  private final LicenseNodeCore node =
      new LicenseNodeCore(
          network.ports.get(0), new OpenSessions.Limits(PER_WALLET, UNTRIED, LICENSED));
  private final Policy policy = TestWork.policy(Freshness.FINAL);
  private final Statement terms = network.work.terms(policy);
  private final Bytes header =
      network.work.header(network.keys().groupKey(), policy, network.random);

  private LocalWallet stranger() {
    return LocalWallet.generate(network.random);
  }

  private LocalWallet owner() {
    LocalWallet owner = stranger();
    network.own(owner, 1);
    return owner;
  }

  private HomeSession open(Wallet wallet) {
    HomeSession home = network.session(wallet);
    assertThat(node.openSession(home.opening())).isInstanceOf(LicenseDecision.Granted.class);
    return home;
  }

  private Optional<RefusalCode> ask(HomeSession home) {
    byte[] nonce = new byte[LicenseRequest.NONCE_BYTES];
    network.random.nextBytes(nonce);
    LicenseRequest request =
        new LicenseRequest(
            home.session().hash(),
            new LicenseRequest.Wanted(
                network.keys().groupKey().gk(),
                network.work.asset(),
                terms.body().payloadHash(),
                header),
            network.clock().instant(),
            Bytes.of(nonce));
    LicenseCall call = new LicenseCall(request, home.sign(request), network.work.core(), terms);
    return TestNetwork.refusal(node.decide(call.encode()));
  }

  @Test
  void aFloodOfStrangersDisplacesNoOwner() {
    HomeSession owner = open(owner());
    assertThat(ask(owner)).isEmpty();

    List<HomeSession> flood = IntStream.range(0, 20).mapToObj(i -> open(stranger())).toList();

    assertThat(ask(owner)).isEmpty();
    assertThat(ask(flood.getFirst())).contains(RefusalCode.UNKNOWN_SESSION);
    for (HomeSession last : flood.subList(20 - UNTRIED, 20)) {
      assertThat(ask(last)).contains(RefusalCode.NOT_OWNER);
    }
  }

  @Test
  void anOwnerWhomAFloodDisplacedBeforeAskingOpensAgain() {
    HomeSession owner = open(owner());
    IntStream.range(0, UNTRIED).forEach(i -> open(stranger()));
    assertThat(ask(owner)).contains(RefusalCode.UNKNOWN_SESSION);
    node.openSession(owner.opening());
    assertThat(ask(owner)).isEmpty();
  }

  @Test
  void aWalletsOwnOldestSessionMakesWay() {
    LocalWallet wallet = owner();
    HomeSession other = open(owner());
    List<HomeSession> own = new ArrayList<>();
    for (int i = 0; i < PER_WALLET; i++) {
      own.add(open(wallet));
      assertThat(ask(own.getLast())).isEmpty();
    }
    own.add(open(wallet));
    assertThat(ask(own.getFirst())).contains(RefusalCode.UNKNOWN_SESSION);
    for (HomeSession kept : own.subList(1, own.size())) {
      assertThat(ask(kept)).isEmpty();
    }
    assertThat(ask(other)).isEmpty();
  }

  @Test
  void amongTheLicensedWhoAskedLongestAgoMakesWay() {
    List<HomeSession> owners = IntStream.range(0, LICENSED).mapToObj(i -> open(owner())).toList();
    owners.forEach(owner -> assertThat(ask(owner)).isEmpty());
    assertThat(ask(owners.get(0))).isEmpty();
    HomeSession another = open(owner());
    assertThat(ask(another)).isEmpty();
    assertThat(ask(owners.get(1))).contains(RefusalCode.UNKNOWN_SESSION);
    assertThat(ask(owners.get(0))).isEmpty();
  }

  @Test
  void thoseThatEndedMakeWayBeforeOneThatIsStillOpen() {
    LocalWallet lasting = owner();
    HomeSession ended = open(owner());
    assertThat(ask(ended)).isEmpty();
    network.advance(Duration.ofMinutes(20));
    List<HomeSession> later =
        IntStream.range(1, LICENSED).mapToObj(i -> open(i == 1 ? lasting : owner())).toList();
    later.forEach(owner -> assertThat(ask(owner)).isEmpty());
    // Asked for last, the one that ends first is not the one that asked longest ago.
    assertThat(ask(ended)).isEmpty();
    network.advance(Duration.ofMinutes(11));

    assertThat(ask(open(owner()))).isEmpty();
    later.forEach(owner -> assertThat(ask(owner)).isEmpty());
    assertThat(ask(ended)).contains(RefusalCode.UNKNOWN_SESSION);
  }

  @Test
  void aReplayedOpeningChangesNothing() {
    HomeSession home = network.session(owner());
    LicenseDecision first = node.openSession(home.opening());
    assertThat(node.openSession(home.opening())).isEqualTo(first);
    LicenseNodeCore restarted = network.restarted(1);
    assertThat(restarted.openSession(home.opening())).isNotEqualTo(first);
  }

  @Test
  void ofTwoThatOpenOneSessionAtOnceBothGetTheSameContext() {
    OpenSessions sessions = new OpenSessions(OpenSessions.Limits.STANDARD);
    HomeSession home = network.session(owner());
    OpenSessions.OpenSession first = opened(home, 1, "01");
    assertThat(sessions.add(first, now())).isSameAs(first);
    assertThat(sessions.add(opened(home, 1, "02"), now())).isSameAs(first);
    OpenSessions.OpenSession nextEpoch = opened(home, 2, "03");
    assertThat(sessions.add(nextEpoch, now())).isSameAs(nextEpoch);
    Hash256 hash = home.session().hash();
    assertThat(sessions.find(hash)).contains(nextEpoch);
    sessions.licensed(hash, now());
    sessions.licensed(hash, now());
    OpenSessions.OpenSession third = opened(home, 3, "04");
    assertThat(sessions.add(third, now())).isSameAs(third);
    assertThat(sessions.find(hash)).contains(third);
  }

  private Instant now() {
    return network.clock().instant();
  }

  private OpenSessions.OpenSession opened(HomeSession home, long epoch, String answer) {
    Delegation delegation = network.delegation(network.buyer, List.of());
    Hpke.Sender sender =
        Hpke.sender(home.session().keys().kem(), new byte[0], network.random).orElseThrow();
    return new OpenSessions.OpenSession(
        home.session(), delegation, epoch, 1, sender, Bytes.fromHex(answer));
  }
}
