// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.elastos.smartweb.chain.Hash256;
import org.junit.jupiter.api.Test;

/// What every {@link SessionStore} must do.
public abstract class SessionStoreContract {
  private static final Hash256 ONE = Hash256.fromHex("01".repeat(32));
  private static final Hash256 TWO = Hash256.fromHex("02".repeat(32));
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  /// An empty store.
  protected abstract SessionStore store();

  @Test
  void countsLicencesUpToTheMaximum() {
    SessionStore store = store();
    assertThat(store.use(ONE, 2, NOON)).isTrue();
    assertThat(store.use(ONE, 2, NOON)).isTrue();
    assertThat(store.use(ONE, 2, NOON)).isFalse();
    assertThat(store.use(TWO, 1, NOON)).isTrue();
  }

  @Test
  void neverCountsBeyondTheMaximumWhenManyCountAtOnce() throws Exception {
    SessionStore store = store();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Callable<Boolean> use = () -> store.use(ONE, 5, NOON);
      List<Future<Boolean>> all = threads.invokeAll(Stream.generate(() -> use).limit(20).toList());
      int counted = 0;
      for (Future<Boolean> one : all) {
        counted += one.get() ? 1 : 0;
      }
      assertThat(counted).isEqualTo(5);
    }
  }

  @Test
  void remembersRevocationsUntilTheyNeedNotBeKept() {
    SessionStore store = store();
    assertThat(store.isRevoked(ONE)).isFalse();
    store.revoke(ONE, NOON);
    store.revoke(ONE, NOON);
    assertThat(store.isRevoked(ONE)).isTrue();
    assertThat(store.isRevoked(TWO)).isFalse();
    assertThat(store.prune(NOON.minusSeconds(1))).isZero();
    assertThat(store.isRevoked(ONE)).isTrue();
    assertThat(store.prune(NOON)).isEqualTo(1);
    assertThat(store.isRevoked(ONE)).isFalse();
  }

  @Test
  void aRentalBeginsOnceAndIsNeverForgotten() {
    SessionStore store = store();
    assertThat(store.firstPlay(ONE, NOON)).isEqualTo(NOON);
    assertThat(store.firstPlay(ONE, NOON.plusSeconds(60))).isEqualTo(NOON);
    assertThat(store.firstPlay(TWO, NOON.plusSeconds(60))).isEqualTo(NOON.plusSeconds(60));
    store.prune(NOON.plus(Duration.ofDays(10_000)));
    assertThat(store.firstPlay(ONE, NOON.plusSeconds(90))).isEqualTo(NOON);
  }

  @Test
  void prunesCountsOfEndedSessionsOnly() {
    SessionStore store = store();
    store.use(ONE, 1, NOON);
    store.use(TWO, 1, NOON.plusSeconds(60));
    assertThat(store.prune(NOON)).isEqualTo(1);
    assertThat(store.use(TWO, 1, NOON)).isFalse();
  }
}
