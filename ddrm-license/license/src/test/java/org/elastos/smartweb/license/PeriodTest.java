// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.elastos.smartweb.ddrm.Grant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The three durations, as the specification's table says. Times are seconds from the licence's
/// date; what is empty is not there.
class PeriodTest {
  private static final Instant AT = TestNetwork.START;

  private static Optional<Instant> after(@Nullable Long seconds) {
    return Optional.ofNullable(seconds).map(AT::plusSeconds);
  }

  private static Period playing(Grant grant, @Nullable Long until, long first) {
    return Period.playing(grant, new Period.Facts(AT, after(until), AT.plusSeconds(first)));
  }

  @ParameterizedTest(name = "play {0} rental {1} until {2} first {3}: ends {4}, renews {5}")
  @CsvSource({
    // play, rental, until, first, playback ends, renewal
    "3600, 0, , 0, 3600, 2700",
    "3600, 0, 600, 0, 600, 450",
    "3600, 0, 3600, 0, 3600, 2700",
    "3600, 7200, , 0, 3600, 2700",
    "3600, 7200, , -6000, 1200, 900",
    "3600, 7200, 600, -6000, 600, 450",
    "3600, 7200, , -7199, 1, 0",
    "1, 0, , 0, 1, 0",
  })
  void whateverEndsFirstEndsPlayback(
      int play, int rental, @Nullable Long until, long first, long end, long renewal) {
    Period period = playing(new Grant(play, rental, 0), until, first);
    assertThat(period.playEnd(AT)).isEqualTo(AT.plusSeconds(end));
    assertThat(period.renewAt()).isEqualTo(AT.plusSeconds(renewal));
    assertThat(period.leaseEnd()).isEmpty();
  }

  @ParameterizedTest(name = "rental {0} until {1} first {2}")
  @CsvSource({"0, 0, 0", "0, -1, 0", "7200, , -7200", "7200, , -9000", "7200, 0, 0"})
  void nothingIsGivenAtTheSecondThatItEnds(int rental, @Nullable Long until, long first) {
    try {
      playing(new Grant(3600, rental, 0), until, first);
    } catch (Refusal refusal) {
      assertThat(refusal.toDecision().code()).isEqualTo(RefusalCode.EXPIRED);
      return;
    }
    throw new AssertionError("a licence that is over was given");
  }

  @ParameterizedTest(name = "lease {0} until {1} rental {2} lock {3}: ends {4}")
  @CsvSource({
    // lease, until, rental, lock, lease ends
    "86400, , 0, 172800, 86400",
    "86400, , 0, 600, 600",
    "86400, 500, 0, 600, 500",
    "86400, , 400, 600, 400",
    "86400, , 0, 86400, 86400",
  })
  void aLeaseEndsWithTheLockAtTheLatest(
      int lease, @Nullable Long until, int rental, long lock, long end) {
    Grant grant = new Grant(3600, rental, lease);
    Period period = playing(grant, until, 0).leased(grant, after(lock));
    assertThat(period.leaseEnd()).contains(AT.plusSeconds(end));
    Instant late = AT.plusSeconds(end - 1);
    assertThat(period.playEnd(late))
        .as("a playback out of the lease")
        .isEqualTo(late.plusSeconds(1));
    assertThat(period.renewAt()).isEqualTo(AT.plusSeconds(end * 3 / 4));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(longs = {0, -5})
  void aLeaseNeedsALock(@Nullable Long lock) {
    Grant grant = new Grant(3600, 0, 86_400);
    Period period = playing(grant, null, 0);
    try {
      period.leased(grant, after(lock));
    } catch (Refusal refusal) {
      assertThat(refusal.toDecision().code()).isEqualTo(RefusalCode.NOT_LOCKED);
      return;
    }
    throw new AssertionError("a lease of an unlocked unit was given");
  }

  @Test
  void refusesWhatEndsBeforeItBegins() {
    Optional<Instant> none = Optional.empty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Period(AT, none, 0, none, none));
    for (int place = 0; place < 3; place++) {
      int at = place;
      assertThatIllegalArgumentException()
          .isThrownBy(() ->
              new Period(
                  AT,
                  at == 0 ? after(0L) : none,
                  1,
                  at == 1 ? after(0L) : none,
                  at == 2 ? after(0L) : none));
    }
  }
}
