// SPDX-License-Identifier: MIT
package org.elastos.smartweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class ToolsTest {
  private static final Logger LOG = LoggerFactory.getLogger(ToolsTest.class);

  @Test
  void turnsTheClockOnlyWhenTold() {
    MutableClock clock = MutableClock.at("2026-11-23T00:00:00Z");
    Instant start = clock.instant();
    assertThat(clock.instant()).isEqualTo(start);
    clock.advance(Duration.ofMinutes(5));
    assertThat(clock.instant()).isEqualTo(start.plusSeconds(300));
    clock.set(start);
    assertThat(clock.instant()).isEqualTo(start);
  }

  @Test
  void capturesMessagesKeyValuesAndCausesWhileItIsOpen() {
    try (LogCapture log = LogCapture.of(ToolsTest.class)) {
      LOG.atDebug().addKeyValue("order", 7).log("Order paid");
      LOG.atError().setCause(new IllegalStateException("why")).log("Order lost");
      assertThat(log.lines())
          .containsExactly(
              "DEBUG Order paid order=7", "ERROR Order lost java.lang.IllegalStateException: why");
      assertThat(log.events()).hasSize(2);
    }
    try (LogCapture after = LogCapture.ofAll()) {
      assertThat(after.lines()).isEmpty();
    }
  }

  @Test
  void waitsForAFutureButNotForEver() {
    assertThat(HangGuard.<Integer>await(Future.succeededFuture(7))).isEqualTo(7);
    assertThatThrownBy(() -> HangGuard.await(Future.failedFuture(new IllegalStateException("x"))))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> HangGuard.await(Promise.promise().future(), Duration.ofMillis(50)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("still waiting");
  }
}
