// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final TokenBuckets<String> buckets =
      new TokenBuckets<>(new TokenBuckets.Pace(2, Duration.ofSeconds(1)), 2);

  @Test
  void givesABurstAndThenOneAnInterval() {
    assertThat(buckets.take("a", NOW)).isTrue();
    assertThat(buckets.take("a", NOW)).isTrue();
    assertThat(buckets.take("a", NOW)).isFalse();
    assertThat(buckets.take("a", NOW.plusMillis(999))).isFalse();
    assertThat(buckets.take("a", NOW.plusMillis(1_000))).isTrue();
    assertThat(buckets.take("b", NOW)).as("each key has its own").isTrue();
  }

  @Test
  void aFullRoomTurnsStrangersAwayAndKeepsWhoIsKnown() {
    assertThat(buckets.take("a", NOW)).isTrue();
    assertThat(buckets.take("b", NOW)).isTrue();
    assertThat(buckets.take("c", NOW)).isFalse();
    assertThat(buckets.take("a", NOW)).isTrue();
    assertThat(buckets.take("c", NOW.plusSeconds(1))).as("b's bucket is full again").isTrue();
    assertThat(buckets.take("b", NOW.plusSeconds(1))).isFalse();
    buckets.forget(NOW.plusSeconds(9));
    assertThat(buckets.take("b", NOW.plusSeconds(9))).isTrue();
  }
}
