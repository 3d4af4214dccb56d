// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.Policy;
import org.elastos.smartweb.ddrm.Statement;
import org.elastos.smartweb.ddrm.StatementBody;
import org.elastos.smartweb.threshold.CommitteeShape;
import org.elastos.smartweb.threshold.TrustedDealer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The ten checks in their order; after every refusal the share is found untouched.
class LicenseNodeCoreTest {
  private final TestNetwork network = new TestNetwork(2);
  private final LicenseNodeCore node = network.nodes.get(0);
  private final TestWork work = network.work;
  private final Policy policy = TestWork.policy(Freshness.FINAL);
  private final Statement terms = work.terms(policy);
  private final Bytes header = work.header(network.keys().groupKey(), policy, network.random);
  private final HomeSession home = network.session(network.buyer);

  @BeforeEach
  void ownAndOpen() {
    network.own(network.buyer, 1);
    assertThat(node.openSession(home.opening())).isInstanceOf(LicenseDecision.Granted.class);
  }

  private LicenseRequest request(Bytes kem, Statement statement) {
    byte[] nonce = new byte[16];
    network.random.nextBytes(nonce);
    return new LicenseRequest(
        home.session().hash(),
        new LicenseRequest.Wanted(
            network.keys().groupKey().gk(), work.asset(), statement.body().payloadHash(), kem),
        network.clock().instant(),
        Bytes.of(nonce));
  }

  private Bytes body(LicenseRequest request) {
    return new LicenseCall(request, home.sign(request), work.core(), terms).encode();
  }

  private Bytes body() {
    return body(request(header, terms));
  }

  private void refuses(RefusalCode code, Bytes body) {
    refuses(node, code, body);
  }

  private void refuses(LicenseNodeCore by, RefusalCode code, Bytes body) {
    assertThat(TestNetwork.refusal(by.decide(body))).contains(code);
    assertThat(network.dealer.uses()).as("the secret is untouched").isZero();
  }

  @Test
  void grantsToAnOwnerAfterRecordingIt() {
    assertThat(node.decide(body())).isInstanceOf(LicenseDecision.Granted.class);
    assertThat(network.dealer.uses()).isEqualTo(1);
    assertThat(network.audits.get(0).records()).hasSize(1);
  }

  @Test
  void refusesWhatIsNotEncodedAsSpecified() {
    refuses(RefusalCode.BAD_ENCODING, Bytes.EMPTY);
    refuses(RefusalCode.BAD_ENCODING, Bytes.of(new byte[70_000]));
    refuses(RefusalCode.BAD_ENCODING, Bytes.of(java.util.Arrays.copyOf(body().bytes(), 100)));
    byte[] trailing = java.util.Arrays.copyOf(body().bytes(), body().size() + 1);
    refuses(RefusalCode.BAD_ENCODING, Bytes.of(trailing));
    refuses(RefusalCode.UNSUPPORTED_VERSION, Bytes.of(Cbor.map().put("v", 2).encode()));
    refuses(RefusalCode.BAD_ENCODING, Bytes.of(Cbor.map().put("v", 1).encode()));
    refuses(RefusalCode.BAD_ENCODING, body(request(Bytes.of(new byte[244 - 1]), terms)));
    byte[] suite = header.bytes();
    suite[1] = 2;
    refuses(RefusalCode.UNSUPPORTED_VERSION, body(request(Bytes.of(suite), terms)));
    byte[] point = header.bytes();
    point[66] = 4;
    refuses(RefusalCode.BAD_ENCODING, body(request(Bytes.of(point), terms)));
    LicenseRequest request = request(header, terms);
    refuses(
        RefusalCode.BAD_ENCODING,
        new LicenseCall(request, home.sign(request), Bytes.fromHex("a0"), terms).encode());
  }

  @Test
  void refusesSessionsThatAreUnknownEndedOrRevoked() {
    refuses(network.nodes.get(1), RefusalCode.UNKNOWN_SESSION, body());
    refuses(network.restarted(1), RefusalCode.UNKNOWN_SESSION, body());
    Bytes revocation =
        Revocation.sign(network.delegation(network.buyer, List.of()), network.device).encode();
    assertThat(node.revoke(revocation)).isInstanceOf(LicenseDecision.Granted.class);
    refuses(RefusalCode.REVOKED, body());
    assertThat(TestNetwork.refusal(node.openSession(home.opening()))).contains(RefusalCode.REVOKED);
  }

  @Test
  void refusesASessionAtTheSecondItEnds() {
    network.advance(Session.LONGEST.minusSeconds(1));
    assertThat(node.decide(body())).isInstanceOf(LicenseDecision.Granted.class);
    network.advance(Duration.ofSeconds(1));
    assertThat(TestNetwork.refusal(node.decide(body()))).contains(RefusalCode.SESSION_EXPIRED);
  }

  @Test
  void refusesRequestsThatTheSessionDidNotSign() {
    LicenseRequest one = request(header, terms);
    LicenseRequest two = request(header, terms);
    refuses(
        RefusalCode.BAD_SIGNATURE,
        new LicenseCall(one, home.sign(two), work.core(), terms).encode());
  }

  @Test
  void toleratesClocksUpToTwoMinutesApart() {
    LicenseRequest early = request(header, terms);
    network.advance(Duration.ofMinutes(2));
    assertThat(node.decide(body(early))).isInstanceOf(LicenseDecision.Granted.class);
    LicenseRequest late = request(header, terms);
    network.advance(Duration.ofSeconds(121));
    assertThat(TestNetwork.refusal(node.decide(body(late)))).contains(RefusalCode.CLOCK_SKEW);
    LicenseRequest ahead = request(header, terms);
    network.advance(Duration.ofSeconds(-121));
    assertThat(TestNetwork.refusal(node.decide(body(ahead)))).contains(RefusalCode.CLOCK_SKEW);
  }

  @Test
  void refusesAReplayAlsoAfterARestart() {
    Bytes body = body();
    assertThat(node.decide(body)).isInstanceOf(LicenseDecision.Granted.class);
    assertThat(TestNetwork.refusal(node.decide(body))).contains(RefusalCode.REPLAY);
    LicenseNodeCore restarted = network.restarted(1);
    restarted.openSession(home.opening());
    assertThat(TestNetwork.refusal(restarted.decide(body))).contains(RefusalCode.REPLAY);
    assertThat(network.dealer.uses()).isEqualTo(1);
  }

  @Test
  void oneOfManyRacingRequestsWithOneNonceIsAnswered() throws Exception {
    Bytes body = body();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<LicenseDecision> decide = () -> node.decide(body);
      int granted = 0;
      for (var one : threads.invokeAll(Stream.generate(() -> decide).limit(8).toList())) {
        granted += one.get() instanceof LicenseDecision.Granted ? 1 : 0;
      }
      assertThat(granted).isEqualTo(1);
    }
    assertThat(network.dealer.uses()).isEqualTo(1);
  }

  @Test
  void refusesTheHeaderOfAnotherCommittee() {
    TrustedDealer other = TrustedDealer.deal(1, new CommitteeShape(5, 3), network.random);
    Bytes foreign = work.header(other.keys().groupKey(), policy, network.random);
    refuses(RefusalCode.WRONG_COMMITTEE, body(request(foreign, terms)));
    LicenseRequest mine = request(header, terms);
    LicenseRequest.Wanted named =
        new LicenseRequest.Wanted(
            other.keys().groupKey().gk(), work.asset(), mine.wanted().terms(), header);
    refuses(
        RefusalCode.WRONG_COMMITTEE,
        body(new LicenseRequest(mine.session(), named, mine.at(), mine.nonce())));
  }

  @Test
  void refusesWhenTheBoardShowsAnotherEpochOrNone() {
    network.chain.deactivate();
    refuses(RefusalCode.NOT_ACTIVE, body());
    TrustedDealer other = TrustedDealer.deal(1, new CommitteeShape(5, 3), network.random);
    network.chain.activate(other.keys());
    refuses(RefusalCode.NOT_ACTIVE, body());
  }

  @ParameterizedTest
  @EnumSource(Reading.Code.class)
  void refusesWhenTheBoardCannotBeRead(Reading.Code code) {
    network.chain.failing(Optional.of(code));
    refuses(Refusal.of(code), body());
  }

  @Test
  void refusesAThiefsCoreWithTheVictimsHeader() {
    TestWork thief = new TestWork(network.random);
    LicenseRequest request = request(header, terms);
    refuses(
        RefusalCode.ASSET_MISMATCH,
        new LicenseCall(request, home.sign(request), thief.core(), terms).encode());
    Statement ownTerms = thief.terms(policy);
    LicenseRequest.Wanted wanted =
        new LicenseRequest.Wanted(
            network.keys().groupKey().gk(), thief.asset(), ownTerms.body().payloadHash(), header);
    LicenseRequest own =
        new LicenseRequest(request.session(), wanted, request.at(), Bytes.fromHex("0d".repeat(16)));
    refuses(
        RefusalCode.BAD_CIPHERTEXT,
        new LicenseCall(own, home.sign(own), thief.core(), ownTerms).encode());
  }

  @Test
  void refusesTermsThatAreNotTheCreatorsForThisHeader() {
    Statement byBuyer = TestWork.termsBy(network.buyer, work.asset(), policy);
    LicenseRequest request = request(header, byBuyer);
    refuses(
        RefusalCode.BAD_STATEMENT,
        new LicenseCall(request, home.sign(request), work.core(), byBuyer).encode());
    Statement other = work.terms(TestWork.policy(Freshness.FRESH_PURCHASE));
    LicenseRequest easier = request(header, other);
    refuses(
        RefusalCode.BAD_STATEMENT,
        new LicenseCall(easier, home.sign(easier), work.core(), other).encode());
    LicenseRequest unnamed = request(header, other);
    refuses(
        RefusalCode.BAD_STATEMENT,
        new LicenseCall(unnamed, home.sign(unnamed), work.core(), terms).encode());
    Statement ofAnother =
        TestWork.termsBy(network.buyer, new TestWork(network.random).asset(), policy);
    LicenseRequest elsewhere = request(header, ofAnother);
    refuses(
        RefusalCode.BAD_STATEMENT,
        new LicenseCall(elsewhere, home.sign(elsewhere), work.core(), ofAnother).encode());
    Statement face =
        Statement.sign(
            network.buyer,
            StatementBody.fromCbor(
                Cbor.map()
                    .put("v", 1)
                    .put("t", "face")
                    .put("asset", work.asset().hash())
                    .put("seq", 0)
                    .put("prev", Cbor.nothing())
                    .put("name", "a song")
                    .put("icon", Cbor.nothing())
                    .put("lang", "en")
                    .build()));
    LicenseRequest faced = request(header, face);
    refuses(
        RefusalCode.BAD_STATEMENT,
        new LicenseCall(faced, home.sign(faced), work.core(), face).encode());
  }

  @ParameterizedTest
  @ValueSource(ints = {140, 170, 200, 243})
  void refusesAMalleatedHeader(int at) {
    byte[] changed = header.bytes();
    changed[at] ^= 1;
    refuses(RefusalCode.BAD_CIPHERTEXT, body(request(Bytes.of(changed), terms)));
  }

  @Test
  void refusesWhatTheOperatorDenies() {
    LicenseNodeCore denying =
        network.with(
            1, network.ports.get(0).share(), (wallet, asset) -> asset.equals(work.asset()));
    denying.openSession(home.opening());
    refuses(denying, RefusalCode.BLOCKED_BY_OPERATOR, body());
  }

  @Test
  void refusesAStrangerAndTheSellerAtOnce() {
    network.lose(network.buyer, 99);
    refuses(RefusalCode.NOT_OWNER, body());
    LocalWallet stranger = LocalWallet.generate(network.random);
    network.own(stranger, 99);
    try (HomeSession other = network.session(stranger)) {
      node.openSession(other.opening());
      LicenseRequest asked = request(header, terms);
      LicenseRequest own =
          new LicenseRequest(other.session().hash(), asked.wanted(), asked.at(), asked.nonce());
      refuses(
          RefusalCode.NOT_FINAL_YET,
          new LicenseCall(own, other.sign(own), work.core(), terms).encode());
    }
  }

  @Test
  void givesNothingWhenTheAuditCannotBeWritten() {
    network.audits.get(0).failing(true);
    refuses(RefusalCode.AUDIT_UNAVAILABLE, body());
    network.audits.get(0).failing(false);
    assertThat(node.decide(body())).isInstanceOf(LicenseDecision.Granted.class);
  }
}
