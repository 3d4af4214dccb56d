// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.license.InMemoryNonceStore;
import org.elastos.smartweb.license.NonceStore;
import org.elastos.smartweb.license.NonceStoreContract;
import org.elastos.smartweb.platform.http.ProblemException;
import org.elastos.smartweb.testkit.MutableClock;
import org.junit.jupiter.api.Test;

class PacedNonceStoreTest extends NonceStoreContract {
  private static final Hash256 SESSION = Hash256.fromHex("07".repeat(32));

  private final MutableClock clock = MutableClock.at("2026-11-23T12:00:00Z");
  private final Instant end = clock.instant().plusSeconds(1800);

  @Override
  protected NonceStore store() {
    return new PacedNonceStore(new InMemoryNonceStore(), clock);
  }

  @Test
  void refusesASessionThatAsksTooOftenAndKeepsItsNonceUnused() {
    NonceStore store = store();
    for (int k = 0; k < PacedNonceStore.BURST; k++) {
      assertThat(store.insert(SESSION, nonce(k), end)).isTrue();
    }
    assertThatThrownBy(() -> store.insert(SESSION, nonce(99), end))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("rate_limited"));
    assertThat(store.insert(Hash256.ZERO, nonce(0), end)).isTrue();
    clock.advance(PacedNonceStore.INTERVAL);
    assertThat(store.insert(SESSION, nonce(99), end)).isTrue();
  }

  private static Bytes nonce(int number) {
    return Bytes.fromHex("%032x".formatted(number));
  }
}
