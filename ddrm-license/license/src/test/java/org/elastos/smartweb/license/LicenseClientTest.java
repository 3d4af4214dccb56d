// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.license.LicenseClient.Patience;
import org.elastos.smartweb.license.LicenseOutcome.BadEnvelope;
import org.elastos.smartweb.license.LicenseOutcome.Licensed;
import org.elastos.smartweb.license.LicenseOutcome.NotEnough;
import org.elastos.smartweb.threshold.CommitteeShape;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.TrustedDealer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LicenseClientTest extends LicenseClientSetting {
  @Test
  void asksOneMoreThanNeededAndTakesTheFirst() {
    Licensed licensed = licensed(obtain());
    assertThat(licensed.nodes().values().stream().filter(NodeOutcome::answered)).hasSize(3);
    assertThat(licensed.nodes().get(4)).isEqualTo(new NodeOutcome.NotNeeded());
    assertThat(network.dealer.uses()).isEqualTo(4);
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
  void asksTheRestWhenTheFirstAreSlow() {
    replace(1, slow(honest(1), Duration.ofMillis(1_400)));
    replace(2, slow(honest(2), Duration.ofSeconds(60)));
    Licensed licensed = licensed(obtain());
    assertThat(licensed.nodes().get(1)).isEqualTo(new NodeOutcome.NotNeeded());
    assertThat(Duration.ofNanos(pace.nanos())).as("when the fifth is asked").hasMillis(500);
  }

  @Test
  void aSlowNodeIsWaitedForWhenTheOthersAreLost() {
    replace(1, slow(honest(1), Duration.ofMillis(1_400)));
    replace(2, silent("connection_refused"));
    replace(3, silent("connection_refused"));
    licensed(obtain());
    assertThat(Duration.ofNanos(pace.nanos())).hasMillis(1_400);
  }

  @Test
  void waitsNoLongerThanUsualOnceItKnowsHowFastNodesAre() {
    for (int index = 1; index <= 5; index++) {
      replace(index, slow(honest(index), Duration.ofMillis(25)));
    }
    for (int round = 0; round < 4; round++) {
      licensed(obtain());
    }
    assertThat(home.latencies().hedgeAfter(Duration.ofMillis(500))).hasMillis(25);
    replace(1, slow(honest(1), Duration.ofSeconds(60)));
    replace(2, slow(honest(2), Duration.ofMillis(400)));
    long before = pace.nanos();
    licensed(obtain());
    assertThat(Duration.ofNanos(pace.nanos() - before))
        .as("the fifth is asked after 25")
        .hasMillis(50);
  }

  @Test
  void asksSilentNodesLastUntilThatFades() {
    replace(1, silent("connection_refused"));
    licensed(obtain());
    licensed(obtain());
    assertThat(outcomes(0)).as("it is not asked while others answer").isEqualTo("not_needed");
    replace(1, honest(1));
    assertThat(outcomes(60)).isEqualTo("ok");
  }

  /// What the first node says after so many rounds more.
  private String outcomes(int rounds) {
    for (int round = 0; round < rounds; round++) {
      licensed(obtain());
    }
    return licensed(obtain()).nodes().get(1).code();
  }

  @Test
  void givesUpInTimeWhenTooManyHang() {
    for (int index : new int[] {2, 3, 4}) {
      replace(index, slow(honest(index), Duration.ofSeconds(60)));
    }
    NotEnough few = (NotEnough) obtain(home, QUICK);
    assertThat(Duration.ofNanos(pace.nanos())).isLessThanOrEqualTo(QUICK.whole());
    assertThat(few.count()).isEqualTo(new LicenseOutcome.Count(2, 2, 3));
    assertThat(few.nodes().get(3)).isEqualTo(new NodeOutcome.Unreachable("timeout"));
    assertThat(few.whatToDo()).startsWith("2 of 5 nodes answered and 3 good answers are needed");
  }

  @Test
  void endsWithItsPatienceWhateverTheNodesDo() {
    Patience brief =
        new Patience(Duration.ofSeconds(60), Duration.ofMillis(10), Duration.ofSeconds(2));
    for (int index = 1; index <= 5; index++) {
      replace(index, slow(honest(index), Duration.ofSeconds(50)));
    }
    NotEnough none = (NotEnough) obtain(home, brief);
    assertThat(Duration.ofNanos(pace.nanos())).hasSeconds(2);
    assertThat(none.count()).isEqualTo(new LicenseOutcome.Count(0, 0, 3));
  }

  @Test
  void worksInRealTimeToo() {
    CommitteeRoster roster = new CommitteeRoster(network.keys(), nodes);
    licensed(
        new LicenseClient(roster, Patience.STANDARD, network.clock(), network.random)
            .obtain(home, wish(network.keys().groupKey())));
  }

  @Test
  void anInterruptedCallerStopsWaiting() {
    CommitteeRoster roster = new CommitteeRoster(network.keys(), nodes);
    LicenseClient client =
        new LicenseClient(roster, Patience.STANDARD, network.clock(), network.random);
    Thread.currentThread().interrupt();
    assertThat(client.obtain(home, wish(network.keys().groupKey()))).isInstanceOf(NotEnough.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void namesALiarAndSucceedsWithTheOthers() {
    replace(2, lying(2));
    Licensed licensed = licensed(obtain());
    Evidence evidence = licensed.nodes().get(2).conviction().orElseThrow();
    Evidence shown = Evidence.parse(evidence.encode()).orElseThrow();
    assertThat(shown.convicts(network.keys(), 2, nodes.get(1).identityKey())).isTrue();
    assertThat(shown.convicts(network.keys(), 3, nodes.get(2).identityKey())).isFalse();
    assertThat(licensed.nodes().get(4).code()).isEqualTo("ok");
  }

  @ParameterizedTest
  @EnumSource(RefusalCode.class)
  void saysWhatToDoAboutEachRefusal(RefusalCode code) {
    for (int index = 1; index <= 5; index++) {
      replace(index, replying(new NodeReply.Refused(code.text(), "")));
    }
    assertThat(((NotEnough) obtain()).whatToDo()).isNotBlank().doesNotContain("nodes answered");
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
