// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Set;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.license.ShareHolder;
import org.elastos.smartweb.threshold.CheckedHeader;
import org.elastos.smartweb.threshold.CommitteeShape;
import org.elastos.smartweb.threshold.GroupKey;
import org.elastos.smartweb.threshold.KemTarget;
import org.elastos.smartweb.threshold.SeededRandom;
import org.elastos.smartweb.threshold.ThresholdKem;
import org.elastos.smartweb.threshold.TrustedDealer;
import org.junit.jupiter.api.Test;

/// Two epochs serve for a while; what serves no longer is wiped.
class ShareSlotTest {
  private static final Hash256 ASSET = Hash256.fromHex("0a".repeat(32));
  private static final CommitteeShape SHAPE = new CommitteeShape(3, 2);

  private final SeededRandom random = new SeededRandom(8);
  private final TrustedDealer first = TrustedDealer.deal(4, SHAPE, random);
  private final TrustedDealer second = TrustedDealer.deal(5, SHAPE, random);
  private final ShareSlot slot = new ShareSlot(random);

  private CheckedHeader header(TrustedDealer dealer) {
    GroupKey group = dealer.keys().groupKey();
    try (SecretBytes key = SecretBytes.copyOf(new byte[32])) {
      KemTarget target = new KemTarget(group.gk(), ASSET, ASSET);
      return ThresholdKem.check(ThresholdKem.encrypt(group, target, key, random), ASSET)
          .orElseThrow();
    }
  }

  @Test
  void answersEachEpochWithItsOwnShareAndIndex() {
    slot.activate(first.share(2));
    slot.activate(second.share(3));
    assertThat(slot.index()).as("of the newest").isEqualTo(3);
    assertThat(slot.fits(first.keys())).isTrue();
    assertThat(slot.fits(second.keys())).isTrue();
    ShareHolder old = slot.of(first.keys());
    assertThat(old.index()).isEqualTo(2);
    assertThat(old.fits(first.keys())).isTrue();
    assertThat(old.fits(second.keys())).isFalse();
    CheckedHeader header = header(first);
    assertThat(first.keys().verify(header, ASSET, 2, old.partial(header, ASSET))).isPresent();
    CheckedHeader other = header(second);
    assertThat(second.keys().verify(other, ASSET, 3, slot.partial(other, ASSET))).isPresent();
  }

  @Test
  void wipesTheSharesOfEpochsThatServeNoLonger() {
    slot.activate(first.share(2));
    slot.activate(second.share(3));
    slot.retain(Set.of(5L));
    assertThat(slot.holds(4)).isFalse();
    assertThat(slot.holds(5)).isTrue();
    CheckedHeader header = header(first);
    assertThatIllegalStateException()
        .isThrownBy(() -> first.share(2).partial(header, ASSET, random));
    assertThatIllegalStateException()
        .isThrownBy(() -> slot.of(first.keys()).partial(header, ASSET));
    assertThat(slot.of(first.keys()).index()).isZero();
    slot.close();
    assertThat(slot.isActive()).isFalse();
    assertThat(slot.index()).isZero();
    assertThatIllegalStateException().isThrownBy(() -> slot.partial(header, ASSET));
  }
}
