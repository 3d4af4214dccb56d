// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.Policy;
import org.elastos.smartweb.license.LicenseOutcome.Licensed;
import org.elastos.smartweb.threshold.EpochKeys;
import org.junit.jupiter.api.Test;

class NodeEvidenceTest extends LicenseClientSetting {
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
    Policy same = TestWork.policy(Freshness.FINAL);
    Bytes another = network.work.header(keys.groupKey(), same, network.random);
    for (LicenseRequest elsewhere :
        List.of(renamed(evidence.request()), withHeader(evidence.request(), another))) {
      assertThat(
              new Evidence(
                      elsewhere,
                      evidence.core(),
                      evidence.terms(),
                      evidence.receipt(),
                      evidence.given())
                  .convicts(keys, 1, identity))
          .isFalse();
    }
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

  private static LicenseRequest renamed(LicenseRequest request) {
    return new LicenseRequest(
        request.session(), request.wanted(), request.at(), Bytes.fromHex("ee".repeat(16)));
  }

  private static LicenseRequest withHeader(LicenseRequest request, Bytes header) {
    LicenseRequest.Wanted wanted = request.wanted();
    return new LicenseRequest(
        request.session(),
        new LicenseRequest.Wanted(wanted.gk(), wanted.asset(), wanted.terms(), header),
        request.at(),
        request.nonce());
  }
}
