// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.ela;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.verify.DepositReading.TreasuryOutput;
import org.elastos.smartweb.chain.mainchain.LockedSpend;
import org.elastos.smartweb.chain.mainchain.SourceStatus;
import org.elastos.smartweb.chain.mainchain.WatchedDeposit;
import org.elastos.smartweb.chain.mainchain.sync.SyncAlarm;
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

  @Test
  void aContestEndsTheWait() {
    SyncWatch watch = new SyncWatch(lines::add, true);
    watch.counted("other", "nothing_new");
    assertThat(watch.ended()).isFalse();
    watch.counted("other", "source_contested");
    assertThat(watch.ended()).isTrue();
    assertThat(watch.noneLeft()).isFalse();
  }

  @Test
  void tellsOfDepositsAndOfSpendsThatTheRuleRefuses() {
    SyncWatch watch = new SyncWatch(lines::add, true);
    watch.deposit(
        new WatchedDeposit(
            Hash256.ZERO,
            Hash256.ZERO,
            7,
            ProgramHash.fromHex("12" + "ab".repeat(20)),
            new WatchedDeposit.Reading.Treasury(
                new TreasuryOutput.Deposit(0, new Sela(5), Bytes.EMPTY))));
    watch.alarm(
        new SyncAlarm.LockedSpendRefused(
            new LockedSpend(Hash256.ZERO, Hash256.ZERO, 9, "x_spend_type")));
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).startsWith("height 7 pays 12abab").contains("with a memo");
    assertThat(lines.getLast()).startsWith("height 9").contains("x_spend_type");
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
