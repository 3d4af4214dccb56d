// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.Hpke;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.Policy;
import org.elastos.smartweb.ddrm.Statement;
import org.junit.jupiter.api.Test;

class SessionDeskTest {
  private static final AssetId OTHER = AssetId.fromHex("99".repeat(32));

  private final TestNetwork network = new TestNetwork(3);
  private final LicenseNodeCore node = network.nodes.get(0);
  private final Delegation delegation = network.delegation(network.buyer, List.of());
  private final Bytes walletSignature = network.buyer.signDigest(delegation.digest());
  private final SecretBytes seed = SecretBytes.copyOf(new byte[32]);
  private final Session.Window window =
      new Session.Window(TestNetwork.START, TestNetwork.START.plus(Session.LONGEST));

  private Session session(Delegation of, Session.Window during, Session.Limits limits) {
    Session.Keys keys = new Session.Keys(Ed25519.publicKey(seed), Hpke.publicKey(seed));
    return new Session(of.hash(), keys, during, limits);
  }

  private Session session() {
    return session(delegation, window, Session.Limits.NONE);
  }

  private Bytes opening(Session session) {
    return new SessionOpening(
            delegation.text(), walletSignature, session, session.sign(network.device))
        .encode();
  }

  private void refuses(RefusalCode code, Bytes body) {
    assertThat(TestNetwork.refusal(node.openSession(body))).contains(code);
  }

  @Test
  void opensASessionAndSignsItsContext() {
    HomeSession home = network.session(network.buyer);
    LicenseDecision.Granted granted = (LicenseDecision.Granted) node.openSession(home.opening());
    Hash256 gk = network.keys().groupKey().gk();
    NodeEndpoint other = network.endpoints().get(1);
    assertThat(home.opened(other, gk, 1, granted.answer())).isFalse();
    NodeEndpoint self = network.endpoints().get(0);
    assertThat(home.opened(self, gk, 2, granted.answer())).isFalse();
    assertThat(home.opened(self, Hash256.ZERO, 1, granted.answer())).isFalse();
    assertThat(home.opened(self, gk, 1, Bytes.EMPTY)).isFalse();
    assertThat(home.hasContext(1, 1)).isFalse();
    assertThat(home.opened(self, gk, 1, granted.answer())).isTrue();
    assertThat(home.hasContext(1, 1)).isTrue();
    assertThat(home.hasContext(1, 2)).isFalse();
    home.close();
    assertThat(home.hasContext(1, 1)).isFalse();
  }

  @Test
  void refusesAMarketLoginAsADelegation() {
    String login =
        "market.example wants you to sign in with your Ethereum account:\n"
            + Eip55.format(network.buyer.address())
            + "\n\nLog in to the market.\n\nURI: https://market.example/login\nVersion: 1\n"
            + "Chain ID: 20\nNonce: 32891757\nIssued At: 2026-11-23T12:00:00Z";
    Session session = session();
    refuses(
        RefusalCode.BAD_DELEGATION,
        new SessionOpening(login, walletSignature, session, session.sign(network.device)).encode());
  }

  @Test
  void refusesSessionsThatExceedTheirDelegation() {
    refuses(
        RefusalCode.BAD_SESSION,
        opening(
            session(
                network.delegation(network.buyer, List.of(OTHER)), window, Session.Limits.NONE)));
    Instant early = delegation.validity().issuedAt().minusSeconds(1);
    Session.Window before = new Session.Window(early, early.plusSeconds(600));
    refuses(RefusalCode.BAD_SESSION, opening(session(delegation, before, Session.Limits.NONE)));
    Instant end = delegation.validity().expiresAt();
    Session.Window after = new Session.Window(end.minusSeconds(1), end.plusSeconds(1));
    refuses(RefusalCode.BAD_SESSION, opening(session(delegation, after, Session.Limits.NONE)));
    assertThat(HomeSession.Terms.longest(delegation, end.minusSeconds(5)).window().to())
        .isEqualTo(end);
  }

  @Test
  void refusesAssetsOutsideTheDelegation() {
    Delegation narrow = network.delegation(network.buyer, List.of(OTHER));
    Session.Limits wide = Session.Limits.agent(List.of(network.work.asset()), 1);
    Session session = session(narrow, window, wide);
    refuses(
        RefusalCode.BAD_SESSION,
        new SessionOpening(
                narrow.text(),
                network.buyer.signDigest(narrow.digest()),
                session,
                session.sign(network.device))
            .encode());
  }

  @Test
  void refusesSessionsThatAreNotValidNow() {
    Instant later = TestNetwork.START.plusSeconds(60);
    Session.Window future = new Session.Window(later, later.plusSeconds(60));
    refuses(RefusalCode.SESSION_EXPIRED, opening(session(delegation, future, Session.Limits.NONE)));
    network.advance(Duration.ofDays(8));
    refuses(RefusalCode.SESSION_EXPIRED, opening(session()));
  }

  @Test
  void refusesASessionSignedByAnythingButTheDevice() {
    Session session = session();
    refuses(
        RefusalCode.BAD_SIGNATURE,
        new SessionOpening(delegation.text(), walletSignature, session, session.sign(seed))
            .encode());
  }

  @Test
  void refusesADelegationThatTheWalletDidNotSign() {
    Session session = session();
    Bytes body =
        new SessionOpening(
                delegation.text(),
                network.work.terms(TestWork.policy(Freshness.FINAL)).signature(),
                session,
                session.sign(network.device))
            .encode();
    refuses(RefusalCode.BAD_SIGNATURE, body);
  }

  @Test
  void refusesWhatWasRevokedOnChainAndWhenThatCannotBeRead() {
    network.chain.failing(Optional.of(Reading.Code.SOURCES_DISAGREE));
    refuses(RefusalCode.SOURCES_DISAGREE, opening(session()));
    network.chain.failing(Optional.empty());
    network.chain.revoke(delegation.hash());
    refuses(RefusalCode.REVOKED, opening(session()));
  }

  @Test
  void refusesWhatTheDelegationDoesNotCover() {
    Delegation.Scope scope =
        new Delegation.Scope(
            delegation.scope().device(), List.of(Hash256.fromHex("77".repeat(32))), List.of());
    Delegation elsewhere =
        new Delegation(delegation.domain(), delegation.signer(), delegation.validity(), scope);
    Session session = session(elsewhere, window, Session.Limits.NONE);
    refuses(
        RefusalCode.OUT_OF_SCOPE,
        new SessionOpening(
                elsewhere.text(),
                network.buyer.signDigest(elsewhere.digest()),
                session,
                session.sign(network.device))
            .encode());
  }

  @Test
  void refusesBadEncodingsVersionsAndKeys() {
    refuses(RefusalCode.BAD_ENCODING, Bytes.EMPTY);
    refuses(RefusalCode.UNSUPPORTED_VERSION, Bytes.of(Cbor.map().put("v", 9).encode()));
    byte[] otherInner = opening(session()).bytes();
    assertThat(new String(otherInner, java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("kem");
    Bytes shortKey = Bytes.of(new byte[Hpke.PUBLIC_KEY_BYTES - 1]);
    Bytes signing = Ed25519.publicKey(seed);
    assertThatIllegalArgumentException().isThrownBy(() -> new Session.Keys(signing, shortKey));
    Bytes kem = Hpke.publicKey(seed);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Session.Keys(Bytes.of(new byte[32]), kem));
  }

  @Test
  void refusesLimitsBeyondTheSpecification() {
    Instant from = TestNetwork.START;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Session.Window(from, from.plusSeconds(1801)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Session.Window(from, from));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Session.Limits(Optional.empty(), Optional.of(1L), true));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Session.Limits(Optional.of(List.of(OTHER)), Optional.empty(), true));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Session.Limits(Optional.of(List.of()), Optional.empty(), false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Session.Limits(Optional.empty(), Optional.of(0L), false));
  }

  @Test
  void anAgentGetsItsAssetsAndItsNumberAndNoMore() {
    network.own(network.buyer, 1);
    Policy policy = TestWork.policy(Freshness.FINAL);
    Statement terms = network.work.terms(policy);
    Bytes header = network.work.header(network.keys().groupKey(), policy, network.random);
    HomeSession.Delegated delegated = network.delegated(network.buyer);
    HomeSession.Terms two =
        new HomeSession.Terms(window, Session.Limits.agent(List.of(network.work.asset()), 2));
    HomeSession.Terms elsewhere =
        new HomeSession.Terms(window, Session.Limits.agent(List.of(OTHER), 2));
    try (HomeSession agent = HomeSession.create(delegated, network.device, two, network.random);
        HomeSession other =
            HomeSession.create(delegated, network.device, elsewhere, network.random)) {
      node.openSession(agent.opening());
      node.openSession(other.opening());
      assertThat(ask(agent, header, terms, 1)).isEmpty();
      assertThat(ask(agent, header, terms, 2)).isEmpty();
      assertThat(ask(agent, header, terms, 3)).contains(RefusalCode.OUT_OF_SCOPE);
      assertThat(ask(other, header, terms, 4)).contains(RefusalCode.OUT_OF_SCOPE);
    }
    assertThat(network.dealer.uses()).isEqualTo(2);
  }

  private Optional<RefusalCode> ask(HomeSession home, Bytes header, Statement terms, int number) {
    LicenseRequest request =
        new LicenseRequest(
            home.session().hash(),
            new LicenseRequest.Wanted(
                network.keys().groupKey().gk(),
                network.work.asset(),
                terms.body().payloadHash(),
                header),
            TestNetwork.START,
            Bytes.fromHex("%032x".formatted(number)));
    LicenseCall call = new LicenseCall(request, home.sign(request), network.work.core(), terms);
    return TestNetwork.refusal(node.decide(call.encode()));
  }

  @Test
  void aSessionKeyCannotCertifyAnotherSession() {
    Session first = session();
    Session second = session(delegation, window, Session.Limits.NONE);
    Bytes bySession = second.sign(seed);
    assertThat(second.isSignedBy(delegation.scope().device(), bySession)).isFalse();
    assertThat(first.hash()).isEqualTo(second.hash());
  }

  @Test
  void refusesRevocationsThatTheDeviceDidNotSignOrThatComeTooLate() {
    Revocation forged = Revocation.sign(delegation, seed);
    assertThat(TestNetwork.refusal(node.revoke(forged.encode())))
        .contains(RefusalCode.BAD_SIGNATURE);
    assertThat(TestNetwork.refusal(node.revoke(Bytes.EMPTY))).contains(RefusalCode.BAD_ENCODING);
    network.advance(Duration.ofDays(8));
    Revocation late = Revocation.sign(delegation, network.device);
    assertThat(TestNetwork.refusal(node.revoke(late.encode())))
        .contains(RefusalCode.SESSION_EXPIRED);
  }
}
