// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.Policy;
import org.elastos.smartweb.license.LicenseClient.Patience;
import org.elastos.smartweb.license.LicenseOutcome.BadEnvelope;
import org.elastos.smartweb.license.LicenseOutcome.Licensed;
import org.elastos.smartweb.license.LicenseOutcome.NotEnough;
import org.elastos.smartweb.threshold.CheckedHeader;
import org.elastos.smartweb.threshold.CommitteeShape;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.GroupKey;
import org.elastos.smartweb.threshold.Partial;
import org.elastos.smartweb.threshold.TrustedDealer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LicenseClientTest {
  private static final Patience QUICK =
      new Patience(Duration.ofMillis(800), Duration.ofMillis(150), Duration.ofSeconds(4));

  private final TestNetwork network = new TestNetwork(4);
  private final Policy policy = TestWork.policy(Freshness.FINAL);
  private final HomeSession home = network.session(network.buyer);
  private final List<NodeEndpoint> nodes = network.endpoints();

  @BeforeEach
  void own() {
    network.own(network.buyer, 1);
  }

  private LicenseClient.Wish wish(GroupKey group) {
    return new LicenseClient.Wish(
        network.work.header(group, policy, network.random),
        network.work.core(),
        network.work.terms(policy));
  }

  private LicenseOutcome obtain() {
    return obtain(home, Patience.STANDARD);
  }

  private LicenseOutcome obtain(HomeSession session, Patience patience) {
    CommitteeRoster roster = new CommitteeRoster(network.keys(), nodes);
    return new LicenseClient(roster, patience, network.clock(), network.random)
        .obtain(session, wish(network.keys().groupKey()));
  }

  private Licensed licensed(LicenseOutcome outcome) {
    assertThat(outcome).isInstanceOf(Licensed.class);
    Licensed licensed = (Licensed) outcome;
    assertThat(network.work.isFileKey(licensed.fileKey())).isTrue();
    return licensed;
  }

  private void replace(int index, NodeTransport transport) {
    nodes.set(index - 1, network.endpoint(index, transport));
  }

  private static NodeTransport silent(String reason) {
    return replying(new NodeReply.Unreachable(reason));
  }

  private static NodeTransport replying(NodeReply reply) {
    return new FixedTransport(reply, reply);
  }

  private record FixedTransport(NodeReply opening, NodeReply answer) implements NodeTransport {
    @Override
    public NodeReply openSession(Bytes body, Duration timeout) {
      return opening;
    }

    @Override
    public NodeReply request(Bytes body, Duration timeout) {
      return answer;
    }

    @Override
    public NodeReply revoke(Bytes body, Duration timeout) {
      return answer;
    }
  }

  private static NodeTransport hanging(CountDownLatch release) {
    return new NodeTransport() {
      @Override
      public NodeReply openSession(Bytes body, Duration timeout) {
        try {
          boolean released = release.await(20, TimeUnit.SECONDS);
          return new NodeReply.Unreachable(released ? "released" : "guard");
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          return new NodeReply.Unreachable("interrupted");
        }
      }

      @Override
      public NodeReply request(Bytes body, Duration timeout) {
        return openSession(body, timeout);
      }

      @Override
      public NodeReply revoke(Bytes body, Duration timeout) {
        return openSession(body, timeout);
      }
    };
  }

  /// A node that signs for a wrong partial: the port to its share is wrapped from outside.
  private NodeTransport lying(int index) {
    ShareHolder honest = network.ports.get(index - 1).share();
    ShareHolder liar =
        new ShareHolder() {
          @Override
          public int index() {
            return honest.index();
          }

          @Override
          public boolean fits(EpochKeys keys) {
            return honest.fits(keys);
          }

          @Override
          public Partial partial(CheckedHeader header, Hash256 request) {
            byte[] other = honest.partial(header, request).bytes();
            System.arraycopy(network.keys().share(index).bytes(), 0, other, 0, 33);
            return Partial.decode(other).orElseThrow();
          }
        };
    return TestNetwork.to(network.with(index, liar, Denylist.EMPTY));
  }

  @Test
  void asksThresholdNodesAndGetsTheFileKey() {
    Licensed licensed = licensed(obtain());
    assertThat(licensed.nodes().values().stream().filter(NodeOutcome::answered)).hasSize(3);
    assertThat(licensed.nodes().get(5)).isEqualTo(new NodeOutcome.NotNeeded());
    assertThat(network.dealer.uses()).isEqualTo(3);
    licensed.nodes().values().stream()
        .filter(NodeOutcome.Honest.class::isInstance)
        .map(NodeOutcome.Honest.class::cast)
        .forEach(honest -> {
          assertThat(honest.receipt().grounds().grant()).isEqualTo(TestWork.GRANT);
          assertThat(honest.receipt().grounds().audit().position()).isZero();
        });
    licensed(obtain());
  }

  @Test
  void goesOnWithOneNodeDeadAndNamesTheOneThatLies() {
    replace(1, silent("connection_refused"));
    replace(2, lying(2));
    Licensed licensed = licensed(obtain());
    assertThat(licensed.nodes().get(1))
        .isEqualTo(new NodeOutcome.Unreachable("connection_refused"));
    Evidence evidence = licensed.nodes().get(2).conviction().orElseThrow();
    assertThat(licensed.nodes().get(2).code()).isEqualTo("bad_partial");
    assertThat(licensed.nodes().get(3).conviction()).isEmpty();
    Evidence shown = Evidence.parse(evidence.encode()).orElseThrow();
    assertThat(shown).isEqualTo(evidence);
    Bytes identity = nodes.get(1).identityKey();
    assertThat(shown.convicts(network.keys(), 2, identity)).isTrue();
  }

  @Test
  void evidenceConvictsNobodyElseAndNobodyHonest() {
    replace(1, lying(1));
    Evidence evidence = licensed(obtain()).nodes().get(1).conviction().orElseThrow();
    EpochKeys keys = network.keys();
    Bytes identity = nodes.get(0).identityKey();
    assertThat(evidence.convicts(keys, 2, identity)).isFalse();
    assertThat(evidence.convicts(keys, 0, identity)).isFalse();
    assertThat(evidence.convicts(keys, 1, nodes.get(1).identityKey())).isFalse();
    EpochKeys later = EpochKeys.decode(2, keys.shape(), keys.publicData().bytes()).orElseThrow();
    assertThat(evidence.convicts(later, 1, identity)).isFalse();
    Bytes thief = new TestWork(network.random).core();
    assertThat(
            new Evidence(
                    evidence.request(),
                    thief,
                    evidence.terms(),
                    evidence.receipt(),
                    evidence.given())
                .convicts(keys, 1, identity))
        .isFalse();
    byte[] swapped = evidence.given().partial().bytes();
    swapped[96] ^= 1;
    Evidence.Given other = new Evidence.Given(evidence.given().signature(), Bytes.of(swapped));
    assertThat(
            new Evidence(
                    evidence.request(),
                    evidence.core(),
                    evidence.terms(),
                    evidence.receipt(),
                    other)
                .convicts(keys, 1, identity))
        .isFalse();
    LicenseRequest.Wanted wanted = evidence.request().wanted();
    LicenseRequest malformed =
        new LicenseRequest(
            evidence.request().session(),
            new LicenseRequest.Wanted(wanted.gk(), wanted.asset(), wanted.terms(), Bytes.EMPTY),
            evidence.request().at(),
            evidence.request().nonce());
    assertThat(
            new Evidence(
                    malformed,
                    evidence.core(),
                    evidence.terms(),
                    evidence.receipt(),
                    evidence.given())
                .convicts(keys, 1, identity))
        .isFalse();
    assertThat(Evidence.parse(Bytes.EMPTY)).isEmpty();
    assertThat(Evidence.parse(Bytes.of(new byte[70_000]))).isEmpty();
  }

  @Test
  void anHonestReceiptConvictsNobody() {
    Licensed licensed = licensed(obtain());
    NodeOutcome.Honest honest = (NodeOutcome.Honest) licensed.nodes().get(1);
    assertThat(honest.answered()).isTrue();
    assertThat(honest.code()).isEqualTo("ok");
    assertThat(honest.conviction()).isEmpty();
  }

  @Test
  void saysHowManyAnsweredWhenThreeAreDead() {
    for (int index : new int[] {1, 3, 5}) {
      replace(index, silent("connection_refused"));
    }
    NotEnough few = (NotEnough) obtain();
    assertThat(few.count()).isEqualTo(new LicenseOutcome.Count(2, 2, 3));
    assertThat(few.nodes().values())
        .extracting(NodeOutcome::code)
        .containsExactly(
            "connection_refused", "ok", "connection_refused", "ok", "connection_refused");
  }

  @Test
  void asksTheOthersWhenTheFirstHang() {
    CountDownLatch release = new CountDownLatch(1);
    replace(1, hanging(release));
    replace(2, hanging(release));
    long started = System.nanoTime();
    Licensed licensed = licensed(obtain(home, QUICK));
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
    assertThat(licensed.nodes().get(1)).isEqualTo(new NodeOutcome.NotNeeded());
    release.countDown();
  }

  @Test
  void givesUpInTimeWhenTooManyHang() {
    CountDownLatch release = new CountDownLatch(1);
    for (int index : new int[] {2, 3, 4}) {
      replace(index, hanging(release));
    }
    long started = System.nanoTime();
    NotEnough few = (NotEnough) obtain(home, QUICK);
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(7));
    assertThat(few.count()).isEqualTo(new LicenseOutcome.Count(2, 2, 3));
    assertThat(few.nodes().get(3)).isEqualTo(new NodeOutcome.Unreachable("timeout"));
    release.countDown();
  }

  @Test
  void aStrangerIsRefusedByEveryNode() {
    LocalWallet stranger = LocalWallet.generate(network.random);
    try (HomeSession other = network.session(stranger)) {
      NotEnough few = (NotEnough) obtain(other, Patience.STANDARD);
      assertThat(few.count()).isEqualTo(new LicenseOutcome.Count(0, 5, 3));
      assertThat(few.nodes().values())
          .extracting(NodeOutcome::code)
          .containsOnly(RefusalCode.NOT_OWNER.text());
    }
    assertThat(network.dealer.uses()).isZero();
  }

  @Test
  void opensItsSessionAgainAtANodeThatRestarted() {
    licensed(obtain());
    for (int index = 1; index <= 5; index++) {
      replace(index, TestNetwork.to(network.restarted(index)));
    }
    licensed(obtain());
  }

  @Test
  void aNodeThatDoesNotKnowTheSessionEvenThenIsLeftAlone() {
    licensed(obtain());
    NodeReply unknown = new NodeReply.Refused(RefusalCode.UNKNOWN_SESSION.text(), "");
    replace(1, new FixedTransport(unknown, unknown));
    Licensed licensed = licensed(obtain());
    assertThat(licensed.nodes().get(1).code()).isEqualTo("unknown_session");
  }

  @Test
  void uselessAnswersProveNothingAndAnotherNodeIsAsked() {
    replace(1, replying(new NodeReply.Answered(Bytes.fromHex("a0"))));
    LicenseNodeCore second = network.nodes.get(1);
    NodeReply opened = TestNetwork.reply(second.openSession(home.opening()));
    NodeReply garbage =
        new NodeReply.Answered(
            Bytes.of(Cbor.map().put("v", 1).put("sealed", new byte[64]).encode()));
    replace(2, new FixedTransport(opened, garbage));
    Licensed licensed = licensed(obtain());
    assertThat(licensed.nodes().get(1).code()).isEqualTo("bad_context");
    assertThat(licensed.nodes().get(2).code()).isEqualTo("unreadable_answer");
    assertThat(licensed.nodes().get(2).answered()).isTrue();
  }

  @Test
  void anAnswerMovedToAnotherRequestOrNodeCannotBeRead() {
    List<Bytes> recorded = new ArrayList<>();
    NodeTransport first = TestNetwork.to(network.nodes.get(0));
    NodeTransport recorder =
        new NodeTransport() {
          @Override
          public NodeReply openSession(Bytes body, Duration timeout) {
            return first.openSession(body, timeout);
          }

          @Override
          public NodeReply request(Bytes body, Duration timeout) {
            NodeReply reply = first.request(body, timeout);
            recorded.add(((NodeReply.Answered) reply).body());
            return new NodeReply.Answered(recorded.getFirst());
          }

          @Override
          public NodeReply revoke(Bytes body, Duration timeout) {
            return first.revoke(body, timeout);
          }
        };
    replace(1, recorder);
    assertThat(licensed(obtain()).nodes().get(1).code()).isEqualTo("ok");
    assertThat(licensed(obtain()).nodes().get(1).code()).isEqualTo("unreadable_answer");
    LicenseNodeCore second = network.nodes.get(1);
    NodeReply opened = TestNetwork.reply(second.openSession(home.opening()));
    replace(2, new FixedTransport(opened, new NodeReply.Answered(recorded.getFirst())));
    assertThat(licensed(obtain()).nodes().get(2).code()).isIn("unreadable_answer");
  }

  @Test
  void aReceiptSignedByAnotherIdentityProvesNothing() {
    SecretBytes foreign = SecretBytes.copyOf(new byte[32]);
    NodePorts old = network.ports.get(0);
    LicenseNodeCore impostor =
        new LicenseNodeCore(
            new NodePorts(
                old.stores(),
                old.chain(),
                old.share(),
                foreign,
                old.denylist(),
                old.clock(),
                network.random));
    nodes.set(0, new NodeEndpoint(1, Ed25519.publicKey(foreign), TestNetwork.to(impostor)));
    licensed(obtain());
    nodes.set(0, network.endpoint(1, TestNetwork.to(impostor)));
    assertThat(licensed(obtain()).nodes().get(1).code()).isEqualTo("bad_receipt");
    try (HomeSession fresh = network.session(network.buyer)) {
      assertThat(licensed(obtain(fresh, Patience.STANDARD)).nodes().get(1).code())
          .isEqualTo("bad_context");
    }
  }

  @Test
  void refusesEnvelopesThatAreWrongWithoutAskingAnybody() {
    CommitteeRoster roster = new CommitteeRoster(network.keys(), nodes);
    LicenseClient client = new LicenseClient(roster, QUICK, network.clock(), network.random);
    LicenseClient.Wish right = wish(network.keys().groupKey());
    TrustedDealer other = TrustedDealer.deal(1, new CommitteeShape(5, 3), network.random);
    expect(client, wish(other.keys().groupKey()), LicenseOutcome.Fault.WRONG_COMMITTEE);
    expect(
        client,
        new LicenseClient.Wish(Bytes.EMPTY, right.core(), right.terms()),
        LicenseOutcome.Fault.MALFORMED);
    TestWork another = new TestWork(network.random);
    expect(
        client,
        new LicenseClient.Wish(right.header(), another.core(), right.terms()),
        LicenseOutcome.Fault.BAD_CIPHERTEXT);
    assertThat(network.dealer.uses()).isZero();
  }

  private void expect(LicenseClient client, LicenseClient.Wish wish, LicenseOutcome.Fault fault) {
    LicenseOutcome outcome = client.obtain(home, wish);
    assertThat(outcome).isInstanceOf(BadEnvelope.class);
    assertThat(((BadEnvelope) outcome).fault()).isEqualTo(fault);
    assertThat(outcome.nodes()).isEmpty();
    assertThat(fault.text()).isNotBlank();
  }

  @Test
  void aFaultOfItsOwnIsNotTakenForANodesFault() {
    NodeTransport broken =
        new NodeTransport() {
          @Override
          public NodeReply openSession(Bytes body, Duration timeout) {
            throw new IllegalStateException("a bug");
          }

          @Override
          public NodeReply request(Bytes body, Duration timeout) {
            throw new IllegalStateException("a bug");
          }

          @Override
          public NodeReply revoke(Bytes body, Duration timeout) {
            throw new IllegalStateException("a bug");
          }
        };
    replace(1, broken);
    assertThatIllegalStateException().isThrownBy(this::obtain).withMessage("a bug");
  }

  @Test
  void refusesARosterWithAStrangerOrADouble() {
    EpochKeys keys = network.keys();
    NodeEndpoint one = nodes.get(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CommitteeRoster(keys, List.of(one, one)));
    NodeEndpoint six = network.endpoint(1, one.transport());
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new CommitteeRoster(
                keys, List.of(new NodeEndpoint(6, six.identityKey(), six.transport()))));
  }
}
