// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.license.NonceStore;
import org.elastos.smartweb.license.RefusalCode;
import org.elastos.smartweb.platform.http.Problem;
import org.elastos.smartweb.platform.http.ProblemException;

/// A token bucket for each session before the nonces: asked when the request's signature has just
/// been checked, so nobody can use up another's bucket. A refused request keeps its nonce unused.
/// Thread-safe.
final class PacedNonceStore implements NonceStore {
  static final int BURST = 40;
  static final Duration INTERVAL = Duration.ofMillis(250);

  private static final int ROOM = 65_536;

  private final NonceStore store;
  private final InstantSource clock;
  private final TokenBuckets<Hash256> sessions =
      new TokenBuckets<>(new TokenBuckets.Pace(BURST, INTERVAL), ROOM);

  PacedNonceStore(NonceStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// @throws ProblemException with code `rate_limited` when the bucket is empty
  @Override
  public boolean insert(Hash256 session, Bytes nonce, Instant keepUntil) {
    if (!sessions.take(session, clock.instant())) {
      throw new ProblemException(
          Problem.of(
                  RefusalCode.RATE_LIMITED.httpStatus(),
                  RefusalCode.RATE_LIMITED.text(),
                  "The licence node refuses")
              .withDetail("this session asks too often"));
    }
    return store.insert(session, nonce, keepUntil);
  }

  @Override
  public int prune(Instant now) {
    sessions.forget(now);
    return store.prune(now);
  }
}
