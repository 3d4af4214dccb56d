// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;
import org.elastos.smartweb.contracts.generated.Member;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.home.license.CommitteeCheck.Checked;
import org.elastos.smartweb.threshold.CommitteeShape;
import org.elastos.smartweb.threshold.EpochKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitteeCheckTest {
  private static final CommitteeShape SHAPE = new CommitteeShape(3, 1);
  // With a threshold of one every share is the group's own: here the generator four times.
  private static final String G =
      "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
  private static final EpochKeys KEYS =
      EpochKeys.decode(4, SHAPE, Bytes.fromHex(G.repeat(4)).bytes()).orElseThrow();

  private final PinnedChain chain = new PinnedChain();
  private final CommitteePin pin = pin(KEYS.groupKey().gk());

  @BeforeEach
  void publish() {
    CommitteeOnChain.put(chain, pin, KEYS);
  }

  @Test
  void acceptsWhatTheFinalBlockConfirms() {
    assertThat(new CommitteeCheck(chain).check(pin))
        .isInstanceOfSatisfying(
            Checked.Genuine.class,
            genuine -> {
              assertThat(genuine.keys()).isEqualTo(KEYS);
              assertThat(genuine.at().number()).isEqualTo(7);
            });
  }

  @Test
  void refusesAnotherGroupKey() {
    CommitteeOnChain.answer(
        chain, pin, new LicenseCommitteeCalls.Gk(), out -> out.word(Sha256.of(new byte[1])));
    assertRefused(pin, "committee_differs");
  }

  @Test
  void refusesPublicKeysThatDoNotBelongToTheGroupKey() {
    CommitteeOnChain.answer(
        chain, pin, new LicenseCommitteeCalls.EpochPublic(4), out -> out.bytes(Bytes.EMPTY));
    assertRefused(pin, "committee_differs");
    CommitteePin wrong = pin(Sha256.of(new byte[2]));
    CommitteeOnChain.put(chain, wrong, KEYS);
    assertRefused(wrong, "committee_differs");
  }

  @Test
  void refusesAnotherMemberThresholdOrNumber() {
    List<Member> swapped =
        List.of(
            CommitteeOnChain.member(1, pin.nodes().get(1).identityKey()),
            CommitteeOnChain.member(2, pin.nodes().get(0).identityKey()),
            CommitteeOnChain.member(3, pin.nodes().get(2).identityKey()));
    CommitteeOnChain.putMembers(chain, pin, swapped);
    assertRefused(pin, "committee_differs");

    List<Member> repeated =
        List.of(
            CommitteeOnChain.member(1, pin.nodes().get(0).identityKey()),
            CommitteeOnChain.member(1, pin.nodes().get(0).identityKey()),
            CommitteeOnChain.member(3, pin.nodes().get(2).identityKey()));
    CommitteeOnChain.putMembers(chain, pin, repeated);
    assertRefused(pin, "committee_differs");

    CommitteeOnChain.putMembers(chain, pin, swapped.subList(0, 2));
    assertRefused(pin, "committee_differs");

    CommitteeOnChain.put(chain, pin, KEYS);
    CommitteeOnChain.answer(
        chain, pin, new LicenseCommitteeCalls.Threshold(), out -> out.uint(8, 2));
    assertRefused(pin, "committee_differs");
  }

  @Test
  void refusesAnAddressWithoutCommittee() {
    CommitteePin elsewhere =
        new CommitteePin(pin.groupKey(), pin.chain(), EvmAddress.ZERO, pin.shape(), pin.nodes());
    assertRefused(elsewhere, "committee_differs");
  }

  @Test
  void saysWhyTheChainCannotBeRead() {
    chain.fail(Reading.Code.SOURCES_DISAGREE);
    assertRefused(pin, "sources_disagree");
    CommitteePin foreign =
        new CommitteePin(pin.groupKey(), new ChainId(20), pin.contract(), pin.shape(), pin.nodes());
    assertRefused(foreign, "wrong_chain");
  }

  @Test
  void isPinnedWithAllOfItsNodesOnceEach() {
    List<CommitteePin.Node> two = pin.nodes().subList(0, 2);
    assertThatThrownBy(() -> pinWith(two)).isInstanceOf(IllegalArgumentException.class);
    CommitteePin.Node first = pin.nodes().getFirst();
    assertThatThrownBy(() -> pinWith(List.of(first, first, first)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertRefused(CommitteePin asked, String code) {
    assertThat(new CommitteeCheck(chain).check(asked))
        .isInstanceOfSatisfying(
            Checked.Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private CommitteePin pinWith(List<CommitteePin.Node> nodes) {
    return new CommitteePin(pin.groupKey(), pin.chain(), pin.contract(), pin.shape(), nodes);
  }

  private static CommitteePin pin(Hash256 groupKey) {
    List<CommitteePin.Node> nodes =
        IntStream.rangeClosed(1, 3)
            .mapToObj(i ->
                new CommitteePin.Node(
                    i, URI.create("http://127.0.0.1:" + (7000 + i)), Sha256.of(new byte[i])))
            .toList();
    EvmAddress contract = EvmAddress.fromHex("11".repeat(20));
    return new CommitteePin(groupKey, new ChainId(31_337), contract, SHAPE, nodes);
  }
}
