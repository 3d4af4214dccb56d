// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.DagCbor;
import org.elastos.smartweb.cbor.Parsed;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.Grant;
import org.elastos.smartweb.ddrm.Policy;
import org.elastos.smartweb.ddrm.Way;
import org.elastos.smartweb.license.LicenseOutcome.Licensed;
import org.elastos.smartweb.license.LicenseOutcome.NotEnough;
import org.junit.jupiter.api.Test;

/// Licences from nodes to a home: what they say, who signed them, and when none is given.
class LicensesTest extends LicenseClientSetting {
  private static final Grant LEASE = new Grant(3600, 0, 86_400);

  private static Policy policy(Condition condition, Grant grant) {
    return Policy.of(new Way(condition, grant, Freshness.FINAL));
  }

  private LicenseOutcome obtain(Policy of, LicenseRequest.Want want) {
    LicenseClient.Wish wish =
        new LicenseClient.Wish(
            network.work.header(network.keys().groupKey(), of, network.random),
            network.work.core(),
            network.work.terms(of),
            want);
    return client(LicenseClient.Patience.STANDARD).obtain(home, wish);
  }

  private AgreedLicense license(Policy of, LicenseRequest.Want want) {
    return ((Licensed) obtain(of, want)).license().orElseThrow();
  }

  private void refused(RefusalCode code, Policy of, LicenseRequest.Want want) {
    assertThat(((NotEnough) obtain(of, want)).nodes().values())
        .extracting(NodeOutcome::code)
        .containsOnly(code.text());
  }

  @Test
  void aLicenceNamesDeviceTimesOutputsAndBlocksAndItsNodesSignedIt() {
    AgreedLicense agreed =
        license(policy(TestWork.EDITION, TestWork.GRANT), LicenseRequest.Want.LICENSE);
    assertThat(agreed.words()).hasSize(3);
    for (License.Signed word : agreed.words()) {
      License license = word.license();
      int index = license.subject().giver().index();
      assertThat(word.isSignedBy(nodes.get(index - 1).identityKey())).isTrue();
      assertThat(word.isSignedBy(nodes.get(index % 5).identityKey())).isFalse();
      assertThat(License.parse(license.encode())).isEqualTo(new Parsed.Ok<>(license));
      assertThat(license.blocks())
          .singleElement()
          .satisfies(block -> {
            assertThat(block.chain()).isEqualTo(TestWork.CHAIN);
            assertThat(block.finalized().number()).isEqualTo(98);
            assertThat(block.newest().hash().hex()).endsWith("64");
          });
    }
    assertThat(agreed.asset()).isEqualTo(network.work.asset());
    assertThat(agreed.party())
        .isEqualTo(new License.Party(network.buyer.address(), Ed25519.publicKey(network.device)));
    assertThat(agreed.outputs()).containsExactly("pcm");
    assertThat(agreed.period().playEnd(TestNetwork.START))
        .isEqualTo(TestNetwork.START.plusSeconds(TestWork.GRANT.playSeconds()));
  }

  @Test
  void noSingleNodeWidensWhatTheOthersSay() {
    AgreedLicense agreed =
        license(policy(TestWork.EDITION, TestWork.GRANT), LicenseRequest.Want.LICENSE);
    License.Signed one = agreed.words().get(0);
    License wide = one.license();
    Instant at = TestNetwork.START;
    Period narrow =
        new Period(
            at,
            Optional.of(at.plusSeconds(9)),
            99,
            Optional.of(at.plusSeconds(8)),
            Optional.empty());
    License.Signed two =
        new License.Signed(
            new License(wide.subject(), narrow, List.of("pcm", "screen"), List.of()),
            one.signature());
    for (List<License.Signed> words : List.of(List.of(one, two), List.of(two, one))) {
      AgreedLicense both = new AgreedLicense(words);
      assertThat(both.period()).isEqualTo(narrow);
      assertThat(both.outputs()).containsExactly("pcm");
    }
    Period leased =
        new Period(at, Optional.empty(), 1, Optional.empty(), Optional.of(at.plusSeconds(7)));
    Period longer =
        new Period(at, Optional.empty(), 1, Optional.empty(), Optional.of(at.plusSeconds(70)));
    assertThat(leased.narrowed(narrow).leaseEnd())
        .as("a lease is one only if all give it")
        .isEmpty();
    assertThat(longer.narrowed(leased).leaseEnd()).isEqualTo(leased.leaseEnd());
    License.Subject other =
        new License.Subject(
            wide.subject().request(),
            wide.subject().giver(),
            wide.subject().asset(),
            wide.subject().terms(),
            new License.Party(EvmAddress.ZERO, wide.subject().party().device()));
    License.Signed foreign =
        new License.Signed(new License(other, narrow, List.of(), List.of()), one.signature());
    assertThatIllegalArgumentException().isThrownBy(() -> new AgreedLicense(List.of(one, foreign)));
    assertThatIllegalArgumentException().isThrownBy(() -> new AgreedLicense(List.of()));
  }

  @Test
  void refusesEncodingsOfOtherShapes() {
    License license =
        license(policy(TestWork.EDITION, TestWork.GRANT), LicenseRequest.Want.LICENSE)
            .words()
            .getFirst()
            .license();
    Cbor.Dict map = (Cbor.Dict) DagCbor.decode(license.encode().bytes());
    Cbor many = Cbor.array(Collections.nCopies(65, Cbor.of("x")));
    Cbor block = Cbor.array(Cbor.of(1), Cbor.of(1), Cbor.of(1));
    for (var change :
        List.of(
            Map.entry("renew", Cbor.of(1)),
            Map.entry("until", Cbor.of(1)),
            Map.entry("outputs", many),
            Map.entry("blocks", Cbor.array(block)))) {
      var entries = new TreeMap<>(map.entries());
      entries.put(change.getKey(), change.getValue());
      assertThat(License.parse(Bytes.of(new Cbor.Dict(entries).encode())))
          .isInstanceOf(Parsed.Malformed.class);
    }
  }

  @Test
  void whoAsksAsInTheFirstVersionGetsItsAnswer() {
    Licensed licensed =
        (Licensed) obtain(policy(TestWork.EDITION, TestWork.GRANT), LicenseRequest.Want.PLAY);
    assertThat(licensed.license()).isEmpty();
    assertThat(network.work.isFileKey(licensed.fileKey())).isTrue();
  }

  @Test
  void aNodeOfTheFirstVersionIsAskedInItsWords() {
    for (int index = 1; index <= 5; index++) {
      NodeTransport node = TestNetwork.to(network.nodes.get(index - 1));
      replace(index, new OfTheFirstVersion(node));
    }
    Licensed licensed =
        (Licensed) obtain(policy(TestWork.EDITION, TestWork.GRANT), LicenseRequest.Want.LICENSE);
    assertThat(network.work.isFileKey(licensed.fileKey())).isTrue();
    assertThat(licensed.license()).isEmpty();
    refused(RefusalCode.BAD_ENCODING, policy(TestWork.EDITION, LEASE), LicenseRequest.Want.LEASE);
  }

  /// Refuses any other want, as the first version does.
  private record OfTheFirstVersion(NodeTransport node) implements NodeTransport {
    @Override
    public NodeReply openSession(Bytes body, Duration timeout) {
      return node.openSession(body, timeout);
    }

    @Override
    public NodeReply request(Bytes body, Duration timeout) {
      LicenseCall call = Wire.parse(body, LicenseCall::read).toOptional().orElseThrow();
      return call.request().want() == LicenseRequest.Want.PLAY
          ? node.request(body, timeout)
          : new NodeReply.Refused(RefusalCode.BAD_ENCODING.text(), "");
    }

    @Override
    public NodeReply revoke(Bytes body, Duration timeout) {
      return node.revoke(body, timeout);
    }
  }

  @Test
  void aRentalBeginsWithItsFirstLicenceAndEndsForGood() {
    Policy rented = policy(TestWork.EDITION, new Grant(600, 1000, 0));
    assertThat(license(rented, LicenseRequest.Want.LICENSE).period().rentalEnd())
        .contains(TestNetwork.START.plusSeconds(1000));
    network.advance(Duration.ofMinutes(15));
    AgreedLicense later = license(rented, LicenseRequest.Want.LICENSE);
    assertThat(later.period().playEnd(later.period().at()))
        .as("playback does not outlast the rental")
        .isEqualTo(TestNetwork.START.plusSeconds(1000));
    network.advance(Duration.ofSeconds(100));
    over(rented, LicenseRequest.Want.LICENSE);
    over(rented, LicenseRequest.Want.PLAY);
    for (int index = 1; index <= 5; index++) {
      replace(index, TestNetwork.to(network.restarted(index)));
    }
    over(rented, LicenseRequest.Want.LICENSE);
  }

  /// Each node counts from the licence that it gave first itself: the one that was never asked
  /// before is not enough.
  private void over(Policy rented, LicenseRequest.Want want) {
    NotEnough few = (NotEnough) obtain(rented, want);
    assertThat(few.count().honest()).isLessThan(2);
    assertThat(few.nodes().values())
        .extracting(NodeOutcome::code)
        .filteredOn(RefusalCode.EXPIRED.text()::equals)
        .hasSizeGreaterThan(3);
  }

  @Test
  void aLeaseNeedsAGrantAndALockThatIsFinal() {
    Policy leased = policy(TestWork.EDITION, LEASE);
    refused(RefusalCode.NOT_LOCKED, leased, LicenseRequest.Want.LEASE);
    refused(
        RefusalCode.NO_LEASE, policy(TestWork.EDITION, TestWork.GRANT), LicenseRequest.Want.LEASE);
    network.chain.lock(99, TestNetwork.START.plusSeconds(600));
    refused(RefusalCode.NOT_FINAL_YET, leased, LicenseRequest.Want.LEASE);
    network.chain.lock(98, TestNetwork.START.plusSeconds(500));
    assertThat(license(leased, LicenseRequest.Want.LEASE).period().leaseEnd())
        .as("the earlier of what both blocks say")
        .contains(TestNetwork.START.plusSeconds(500));
    network.chain.lock(97, Instant.MAX).lock(98, Instant.MAX).lock(99, Instant.MAX);
    assertThat(license(leased, LicenseRequest.Want.LEASE).period().leaseEnd())
        .as("an edition that cannot be transferred")
        .contains(TestNetwork.START.plusSeconds(86_400));
    assertThat(license(leased, LicenseRequest.Want.LICENSE).period().leaseEnd()).isEmpty();
    network.chain.failing(Optional.of(Reading.Code.SOURCES_DISAGREE));
    refused(RefusalCode.SOURCES_DISAGREE, leased, LicenseRequest.Want.LEASE);
  }

  @Test
  void aLeaseRestsOnUnitsThatCanBeLockedOnly() {
    network.chain.lock(1, Instant.MAX);
    EvmAddress buyer = network.buyer.address();
    Condition listed = new Condition.OneOf(List.of(buyer));
    Condition elsewhere = new Condition.Not(new Condition.OneOf(List.of(EvmAddress.ZERO)));
    Condition open =
        new Condition.Within(TestWork.CHAIN, Instant.EPOCH, TestNetwork.START.plusSeconds(50));
    Policy sound =
        policy(new Condition.AllOf(List.of(TestWork.EDITION, listed, elsewhere, open)), LEASE);
    assertThat(license(sound, LicenseRequest.Want.LEASE).period().leaseEnd())
        .contains(TestNetwork.START.plusSeconds(50));
    Condition token =
        new Condition.OwnsToken(
            new Condition.Contract(TestWork.CHAIN, EvmAddress.ZERO), Hash256.ZERO);
    for (Condition loose :
        List.of(
            token,
            new Condition.AllOf(List.of(TestWork.EDITION, token)),
            new Condition.AnyOf(List.of(TestWork.EDITION)),
            new Condition.AtLeast(1, List.of(TestWork.EDITION)),
            new Condition.Not(token))) {
      refused(RefusalCode.NO_LEASE, policy(loose, LEASE), LicenseRequest.Want.LEASE);
    }
    network.chain.right(
        TestWork.EDITION.edition(),
        buyer,
        1,
        new Right(Right.Kind.RENTED, Optional.of(TestNetwork.START.plusSeconds(40))));
    Condition rental = new Condition.HasAccess(Condition.Access.RENTAL, TestWork.EDITION);
    assertThat(license(policy(rental, LEASE), LicenseRequest.Want.LEASE).period().leaseEnd())
        .as("what was rented ends by itself")
        .contains(TestNetwork.START.plusSeconds(40));
  }
}
