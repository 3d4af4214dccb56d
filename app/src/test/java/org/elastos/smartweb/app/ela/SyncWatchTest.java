// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.ela;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.chain.mainchain.SourceStatus;
import org.elastos.smartweb.chain.mainchain.sync.SyncProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// When a sync counts as done.
@Timeout(10)
class SyncWatchTest {
  private final List<String> lines = new ArrayList<>();

  @Test
  void oneThatClaimsAHeightWithoutShowingItKeepsNobodyWaiting() throws InterruptedException {
    SyncWatch watch = new SyncWatch(lines::add, true);
    watch.progress(progress(40, source("a", true, 40, false), source("liar", false, 9_999, false)));
    watch.await();
    assertThat(lines).singleElement().asString().contains("height 40 of 9999, ").contains("1 of 2");
  }

  @Test
  void whoMayStillShowSomethingIsWaitedFor() throws InterruptedException {
    SyncWatch watch = new SyncWatch(lines::add, true);
    assertThat(
            ends(watch, progress(40, source("a", true, 40, false), source("b", false, 90, true))))
        .isFalse();
    assertThat(ends(watch, progress(40, source("a", false, 40, false)))).isFalse();
    assertThat(
            ends(watch, progress(90, source("a", false, 40, false), source("b", true, 90, false))))
        .isTrue();
  }

  private static boolean ends(SyncWatch watch, SyncProgress progress) throws InterruptedException {
    watch.progress(progress);
    Thread waiting = Thread.ofVirtual().start(() -> awaited(watch));
    boolean ended = waiting.join(java.time.Duration.ofNanos(TimeUnit.MILLISECONDS.toNanos(200)));
    waiting.interrupt();
    return ended;
  }

  private static void awaited(SyncWatch watch) {
    try {
      watch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static SyncProgress progress(long height, SourceStatus... sources) {
    long target =
        List.of(sources).stream().mapToLong(s -> s.claimedHeight().orElse(0L)).max().orElse(0);
    return new SyncProgress(height, target, height, 1, List.of(sources));
  }

  private static SourceStatus source(String name, boolean agrees, long claims, boolean awaited) {
    return new SourceStatus(name, agrees, Optional.of(claims), Optional.empty(), false, awaited);
  }
}
