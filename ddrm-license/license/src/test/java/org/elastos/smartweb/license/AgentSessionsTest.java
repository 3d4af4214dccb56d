// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.license.LicenseOutcome.NotEnough;
import org.junit.jupiter.api.Test;

/// An agent with keys of its own, whom the home's device lets ask for one work, twice.
class AgentSessionsTest extends LicenseClientSetting {
  private final SessionKeys keys = SessionKeys.generate(network.random);
  private final HomeSession.Delegated delegated = network.delegated(network.buyer);

  private HomeSession.Terms terms(AssetId asset, Duration lasting) {
    Session.Window window = new Session.Window(TestNetwork.START, TestNetwork.START.plus(lasting));
    return new HomeSession.Terms(window, Session.Limits.agent(List.of(asset), 2));
  }

  private Bytes opening(HomeSession.Terms terms) {
    return HomeSession.delegateTo(keys.publicKeys(), delegated, network.device, terms);
  }

  private HomeSession agent(AssetId asset) {
    return HomeSession.ofAgent(opening(terms(asset, Session.LONGEST)), keys).orElseThrow();
  }

  private List<String> codes(LicenseOutcome outcome) {
    return ((NotEnough) outcome)
        .nodes().values().stream().map(NodeOutcome::code).distinct().toList();
  }

  @Test
  void asksByItselfForWhatItWasLetAndNoMore() {
    HomeSession agent = agent(network.work.asset());
    licensed(obtain(agent, QUICK));
    licensed(obtain(agent, QUICK));
    NotEnough third = (NotEnough) obtain(agent, QUICK);
    assertThat(third.count().honest()).as("a node that was not asked before").isLessThan(2);
    assertThat(third.nodes().values())
        .extracting(NodeOutcome::code)
        .contains(RefusalCode.OUT_OF_SCOPE.text());
    assertThat(third.whatToDo()).contains("limits");
  }

  @Test
  void getsNothingElseThanItsAssets() {
    AssetId other = AssetId.fromHex("11".repeat(32));
    assertThat(codes(obtain(agent(other), QUICK))).containsExactly(RefusalCode.OUT_OF_SCOPE.text());
    assertThat(network.dealer.uses()).isZero();
  }

  @Test
  void endsWhenItWasSaid() {
    HomeSession agent =
        HomeSession.ofAgent(opening(terms(network.work.asset(), Duration.ofMinutes(1))), keys)
            .orElseThrow();
    licensed(obtain(agent, QUICK));
    network.advance(Duration.ofMinutes(1));
    assertThat(codes(obtain(agent, QUICK))).containsExactly(RefusalCode.SESSION_EXPIRED.text());
  }

  @Test
  void itsDeviceTakesItBackAndTheHomesOwnSessionStays() {
    HomeSession agent = agent(network.work.asset());
    licensed(obtain(agent, QUICK));
    Bytes revocation =
        Revocation.sign(delegated.delegation(), agent.session(), network.device).encode();
    network.nodes.forEach(
        node -> assertThat(node.revoke(revocation)).isInstanceOf(LicenseDecision.Granted.class));
    assertThat(codes(obtain(agent, QUICK))).containsExactly(RefusalCode.REVOKED.text());
    assertThat(TestNetwork.refusal(network.restarted(1).openSession(agent.opening())))
        .as("nor is it opened again")
        .contains(RefusalCode.REVOKED);
    licensed(obtain());
  }

  @Test
  void nobodyElseTakesItBack() {
    HomeSession agent = agent(network.work.asset());
    LicenseNodeCore node = network.nodes.get(0);
    Revocation bySession = Revocation.sign(delegated.delegation(), agent.session(), keys.signing());
    assertThat(TestNetwork.refusal(node.revoke(bySession.encode())))
        .contains(RefusalCode.BAD_SIGNATURE);
    Delegation another = network.delegation(network.buyer, List.of(network.work.asset()));
    Revocation underAnother = Revocation.sign(another, agent.session(), network.device);
    assertThat(TestNetwork.refusal(node.revoke(underAnother.encode())))
        .contains(RefusalCode.BAD_SESSION);
    Revocation whole = Revocation.sign(delegated.delegation(), network.device);
    Revocation moved =
        new Revocation(whole.delegation(), Optional.of(agent.session()), whole.signature());
    assertThat(TestNetwork.refusal(node.revoke(moved.encode())))
        .contains(RefusalCode.BAD_SIGNATURE);
  }

  @Test
  void cannotLetAnotherAsk() {
    SessionKeys next = SessionKeys.generate(network.random);
    Bytes onward =
        HomeSession.delegateTo(
            next.publicKeys(),
            delegated,
            keys.signing(),
            terms(network.work.asset(), Session.LONGEST));
    HomeSession another = HomeSession.ofAgent(onward, next).orElseThrow();
    assertThat(codes(obtain(another, QUICK))).containsExactly(RefusalCode.BAD_SIGNATURE.text());
  }

  @Test
  void takesASessionForItsOwnKeysOnly() {
    SessionKeys others = SessionKeys.generate(network.random);
    Bytes opening = opening(terms(network.work.asset(), Session.LONGEST));
    assertThat(HomeSession.ofAgent(opening, others)).isEmpty();
    assertThat(HomeSession.ofAgent(Bytes.EMPTY, keys)).isEmpty();
    others.close();
  }

  @Test
  void isNeverLetWithoutLimits() {
    Instant end = TestNetwork.START.plus(Session.LONGEST);
    HomeSession.Terms unbounded =
        new HomeSession.Terms(new Session.Window(TestNetwork.START, end), Session.Limits.NONE);
    assertThatIllegalArgumentException().isThrownBy(() -> opening(unbounded));
  }
}
