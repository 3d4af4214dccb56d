// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.license.OfflineLease.Opening.Opened;
import org.elastos.smartweb.license.OfflineLease.Opening.Refused;
import org.elastos.smartweb.threshold.SeededRandom;
import org.junit.jupiter.api.Test;

/// A lease of a day with playbacks of an hour, on a machine whose clock a test sets.
class OfflineLeaseTest {
  private static final Instant AT = TestNetwork.START;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Bytes DEVICE = Bytes.fromHex("de".repeat(32));
  private static final byte[] FILE_KEY = new byte[32];

  private final SeededRandom random = new SeededRandom(48);
  private final SecretBytes secret = SecretBytes.copyOf(DEVICE.bytes());
  private Instant wall = AT;
  private long nanos;
  private OfflineLease lease = started(Instant.EPOCH);

  static {
    Arrays.fill(FILE_KEY, (byte) 7);
  }

  private OfflineLease started(Instant seen) {
    return new OfflineLease(DEVICE, secret, new LeaseClock(() -> wall, () -> nanos, seen), random);
  }

  private static AgreedLicense license(Bytes device, Optional<Instant> leaseEnd) {
    License.Subject subject =
        new License.Subject(
            Hash256.ZERO,
            new Receipt.Giver(Hash256.ZERO, 1, 1),
            new AssetId(Hash256.ZERO),
            Hash256.ZERO,
            new License.Party(EvmAddress.ZERO, device));
    Period period = new Period(AT, Optional.empty(), 3600, Optional.empty(), leaseEnd);
    License license = new License(subject, period, List.of("pcm"), List.of());
    return new AgreedLicense(List.of(new License.Signed(license, Bytes.of(new byte[64]))));
  }

  private Bytes stored() {
    try (SecretBytes key = SecretBytes.copyOf(FILE_KEY)) {
      return lease.seal(license(DEVICE, Optional.of(AT.plus(DAY))), key);
    }
  }

  private Opened opened(Bytes stored) {
    Opened opened = (Opened) lease.open(stored);
    assertThat(opened.fileKey().matches(FILE_KEY)).isTrue();
    opened.fileKey().close();
    return opened;
  }

  private void refused(String code, Bytes stored) {
    assertThat(lease.open(stored)).isEqualTo(new Refused(code));
  }

  @Test
  void opensForAPlaybackUntilTheLeaseEnds() {
    Bytes stored = stored();
    Opened first = opened(stored);
    assertThat(first.playEnd()).isEqualTo(AT.plusSeconds(3600));
    wall = AT.plus(DAY).minusSeconds(1);
    assertThat(opened(first.next()).playEnd()).isEqualTo(AT.plus(DAY));
    wall = AT.plus(DAY);
    refused("lease_ended", first.next());
  }

  @Test
  void aClockThatIsSetBackGainsNothing() {
    Bytes stored = stored();
    wall = AT.plusSeconds(50_000);
    Bytes next = opened(stored).next();
    wall = AT.plusSeconds(49_881);
    Opened corrected = opened(next);
    assertThat(corrected.playEnd())
        .as("a small correction is no gain")
        .isEqualTo(AT.plusSeconds(53_600));
    wall = AT;
    refused("clock_set_back", next);
    lease = started(Instant.EPOCH);
    refused("clock_set_back", corrected.next());
  }

  @Test
  void aClockThatStandsStillWhileTheMachineRunsGainsNothing() {
    Bytes stored = stored();
    nanos += Duration.ofSeconds(100).toNanos();
    assertThat(opened(stored).playEnd()).isEqualTo(AT.plusSeconds(3700));
    nanos += DAY.toNanos();
    refused("clock_set_back", stored);
    wall = AT.plus(DAY).plusSeconds(99);
    refused("lease_ended", stored);
  }

  @Test
  void whatTheHomeSawBeforeCountsAlsoForALeaseThatDidNot() {
    Bytes stored = stored();
    lease = started(AT.plus(DAY));
    refused("clock_set_back", stored);
  }

  @Test
  void opensOnItsDeviceOnlyAndNotWhenChanged() {
    Bytes stored = stored();
    OfflineLease mine = lease;
    try (SecretBytes foreign = SecretBytes.copyOf(new byte[32])) {
      lease =
          new OfflineLease(
              DEVICE, foreign, new LeaseClock(() -> wall, () -> nanos, Instant.EPOCH), random);
      refused("lease_damaged", stored);
    }
    lease = mine;
    for (int at = 0; at < stored.size(); at += 7) {
      byte[] changed = stored.bytes();
      changed[at] ^= 1;
      refused("lease_damaged", Bytes.of(changed));
    }
    refused("lease_damaged", Bytes.EMPTY);
    refused("lease_damaged", Bytes.of(new byte[OfflineLease.MAX_BYTES + 1]));
  }

  @Test
  void keepsNothingWithoutALeaseForThisDevice() {
    try (SecretBytes key = SecretBytes.copyOf(FILE_KEY)) {
      AgreedLicense noLease = license(DEVICE, Optional.empty());
      AgreedLicense others = license(Bytes.of(new byte[32]), Optional.of(AT.plus(DAY)));
      assertThatIllegalArgumentException().isThrownBy(() -> lease.seal(noLease, key));
      assertThatIllegalArgumentException().isThrownBy(() -> lease.seal(others, key));
    }
  }
}
