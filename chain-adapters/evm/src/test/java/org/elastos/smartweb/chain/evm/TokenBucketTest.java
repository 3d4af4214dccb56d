// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private static final Duration LONG = Duration.ofSeconds(5);

  private final AtomicLong now = new AtomicLong(1_000);

  @Test
  void aBurstIsFreeAndWhatFollowsIsSpread() {
    TokenBucket bucket = bucket(new SourceLimits(10, 3, 64));
    assertThat(bucket.reserve(3, LONG)).isZero();
    assertThat(bucket.reserve(1, LONG)).isEqualTo(Duration.ofMillis(100));
    assertThat(bucket.reserve(2, LONG)).isEqualTo(Duration.ofMillis(300));
    now.addAndGet(Duration.ofMillis(300).toNanos());
    assertThat(bucket.reserve(1, LONG)).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void restDoesNotSaveMoreThanABurst() {
    TokenBucket bucket = bucket(new SourceLimits(10, 3, 64));
    now.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(bucket.reserve(3, LONG)).isZero();
    assertThat(bucket.reserve(1, LONG)).isPositive();
  }

  @Test
  void whoWouldWaitTooLongIsTurnedAwayAndTakesNothing() {
    TokenBucket bucket = bucket(new SourceLimits(1, 1, 64));
    bucket.reserve(1, LONG);
    assertThatThrownBy(() -> bucket.reserve(7, LONG)).isInstanceOf(SourceFault.class);
    assertThat(bucket.reserve(1, LONG)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aBatchIsNeverLargerThanWhatTheRateYieldsInTime() {
    Duration patience = Duration.ofSeconds(5);
    for (double rate : new double[] {0.1, 1, 10, 12.5, 1_000}) {
      SourceLimits limits = new SourceLimits(rate, 1, 64);
      int most = limits.batchWithin(patience);
      assertThat(most).isBetween(1, 64);
      TokenBucket bucket = bucket(limits);
      bucket.reserve(1, patience);
      if (rate * patience.toSeconds() >= 1) {
        assertThat(bucket.reserve(most, patience)).isLessThanOrEqualTo(patience);
      }
    }
    assertThat(SourceLimits.NONE.batchWithin(patience)).isEqualTo(64);
  }

  @Test
  void noLimitMeansNoWaiting() {
    TokenBucket bucket = bucket(SourceLimits.NONE);
    assertThat(bucket.reserve(1_000_000, Duration.ZERO)).isZero();
  }

  @Test
  void refusesLimitsThatContradictEachOther() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SourceLimits(-1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new SourceLimits(Double.NaN, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new SourceLimits(1, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> SourceLimits.NONE.withBatch(0));
  }

  private TokenBucket bucket(SourceLimits limits) {
    return new TokenBucket(limits, now::get);
  }
}
