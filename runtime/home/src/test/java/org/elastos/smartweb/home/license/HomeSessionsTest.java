// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.SealedFile;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.license.Delegation;
import org.elastos.smartweb.license.HomeSession;
import org.elastos.smartweb.testkit.MutableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeSessionsTest {
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir Path directory;

  private final MutableClock clock = MutableClock.at(START);

  @Test
  void makesAFreshSessionBeforeTheLastOneEnds() {
    SealedFile.Sealing cheap = new SealedFile.Sealing(new SealedFile.Cost(1 << 10, 1, 1), RANDOM);
    try (SecretBytes password = SecretBytes.copyOf(new byte[1]);
        DeviceKey device =
            DeviceKey.loadOrCreate(directory.resolve("device.key"), password, cheap);
        HomeSessions sessions = new HomeSessions(device, clock, RANDOM)) {
      DelegationStore.Kept kept = kept(device);
      HomeSession first = sessions.of(kept);
      assertThat(first.session().window().to()).isEqualTo(START.plusSeconds(1800));
      clock.advance(Duration.ofMinutes(27));
      assertThat(sessions.of(kept)).isSameAs(first);
      clock.advance(Duration.ofMinutes(2));
      HomeSession second = sessions.of(kept);
      assertThat(second).isNotSameAs(first);
      assertThat(second.session().keys()).isNotEqualTo(first.session().keys());
      assertThat(second.session().window().from()).isEqualTo(START.plusSeconds(29 * 60));
    }
  }

  private static DelegationStore.Kept kept(DeviceKey device) {
    Delegation delegation =
        new Delegation(
            "localhost",
            new Delegation.Signer(EvmAddress.ZERO, new ChainId(20)),
            new Delegation.Validity(
                START, START.plus(Delegation.LONGEST), Bytes.fromHex("ab".repeat(16))),
            new Delegation.Scope(device.publicKey(), List.of(Sha256.of(new byte[1])), List.of()));
    return new DelegationStore.Kept(delegation, Bytes.EMPTY, Optional.empty());
  }
}
