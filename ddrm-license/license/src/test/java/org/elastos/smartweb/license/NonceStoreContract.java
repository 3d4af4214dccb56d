// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.junit.jupiter.api.Test;

/// What every {@link NonceStore} must do.
public abstract class NonceStoreContract {
  private static final Hash256 ONE = Hash256.fromHex("01".repeat(32));
  private static final Hash256 TWO = Hash256.fromHex("02".repeat(32));
  private static final Bytes NONCE = Bytes.fromHex("0a".repeat(16));
  private static final Bytes OTHER = Bytes.fromHex("0b".repeat(16));
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  /// An empty store.
  protected abstract NonceStore store();

  @Test
  void takesANonceOfASessionOnce() {
    NonceStore store = store();
    assertThat(store.insert(ONE, NONCE, NOON)).isTrue();
    assertThat(store.insert(ONE, NONCE, NOON)).isFalse();
    assertThat(store.insert(ONE, OTHER, NOON)).isTrue();
    assertThat(store.insert(TWO, NONCE, NOON)).isTrue();
  }

  @Test
  void oneOfManyWinsTheRaceForANonce() throws Exception {
    NonceStore store = store();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Callable<Boolean> insert = () -> store.insert(ONE, NONCE, NOON);
      List<Future<Boolean>> all =
          threads.invokeAll(Stream.generate(() -> insert).limit(20).toList());
      int won = 0;
      for (Future<Boolean> one : all) {
        won += one.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
  }

  @Test
  void keepsANonceUntilItNeedNotBeKept() {
    NonceStore store = store();
    store.insert(ONE, NONCE, NOON);
    assertThat(store.prune(NOON.minusSeconds(1))).isZero();
    assertThat(store.insert(ONE, NONCE, NOON)).isFalse();
    assertThat(store.prune(NOON)).isEqualTo(1);
    assertThat(store.insert(ONE, NONCE, NOON)).isTrue();
  }
}
