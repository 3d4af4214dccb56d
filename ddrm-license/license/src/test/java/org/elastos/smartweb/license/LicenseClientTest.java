// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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

class LicenseClientTest extends LicenseClientSetting {
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
