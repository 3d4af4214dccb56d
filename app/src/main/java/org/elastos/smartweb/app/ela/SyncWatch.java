// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.ela;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.verify.DepositReading;
import org.elastos.smartweb.chain.ela.verify.DepositReading.SideChainOutput;
import org.elastos.smartweb.chain.ela.verify.DepositReading.TreasuryOutput;
import org.elastos.smartweb.chain.mainchain.SourceFailure;
import org.elastos.smartweb.chain.mainchain.SourceStatus;
import org.elastos.smartweb.chain.mainchain.WatchedDeposit;
import org.elastos.smartweb.chain.mainchain.sync.SyncAlarm;
import org.elastos.smartweb.chain.mainchain.sync.SyncObserver;
import org.elastos.smartweb.chain.mainchain.sync.SyncProgress;

/// Watches a sync for a command: a line of progress a second, alarms at once, and when to end.
/// Thread-safe.
public final class SyncWatch implements SyncObserver {
  private static final long LINE_EVERY_NANOS = 1_000_000_000L;

  private final Consumer<String> lines;
  private final boolean untilSynced;
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicBoolean noneLeft = new AtomicBoolean();
  private final AtomicLong lastLine = new AtomicLong(System.nanoTime() - LINE_EVERY_NANOS);

  /// @param lines takes progress for people
  /// @param untilSynced whether to end once nobody shows anything newer, or at a contest
  public SyncWatch(Consumer<String> lines, boolean untilSynced) {
    this.lines = lines;
    this.untilSynced = untilSynced;
  }

  /// Waits until it is to end.
  public void await() throws InterruptedException {
    end.await();
  }

  /// Ends it.
  public void end() {
    end.countDown();
  }

  /// Whether it is to end.
  public boolean ended() {
    return end.getCount() == 0;
  }

  /// Whether every source was dropped.
  public boolean noneLeft() {
    return noneLeft.get();
  }

  @Override
  public void progress(SyncProgress progress) {
    long now = System.nanoTime();
    long last = lastLine.get();
    boolean synced = synced(progress);
    if ((synced || now - last >= LINE_EVERY_NANOS) && lastLine.compareAndSet(last, now)) {
      lines.accept(line(progress));
    }
    if (untilSynced && synced) {
      end();
    }
  }

  @Override
  public void counted(String source, String outcome) {
    if (untilSynced && outcome.equals(SourceFailure.Code.CONTESTED.text())) {
      end();
    }
  }

  @Override
  public void deposit(WatchedDeposit deposit) {
    lines.accept(
        "height "
            + deposit.height()
            + " pays "
            + deposit.program().hex()
            + " in "
            + ElaHash.display(deposit.txid())
            + ": "
            + said(deposit.reading()));
  }

  private static String said(WatchedDeposit.Reading reading) {
    return switch (reading) {
      case WatchedDeposit.Reading.Treasury(TreasuryOutput.Deposit deposit) ->
          deposit.amount() + " with a memo";
      case WatchedDeposit.Reading.Treasury(TreasuryOutput.Unusable money) ->
          money.amount() + ", no deposit: " + code(money.flaw());
      case WatchedDeposit.Reading.SideChain(SideChainOutput.Deposit deposit) ->
          deposit.amount() + " for the side chain";
      case WatchedDeposit.Reading.SideChain(SideChainOutput.Unusable money) ->
          "no deposit: " + code(money.flaw());
    };
  }

  private static String code(DepositReading.Flaw flaw) {
    return flaw.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void alarm(SyncAlarm alarm) {
    switch (alarm) {
      case SyncAlarm.SourceDropped(var source, var failure) ->
          lines.accept(
              source + " is asked no more: " + failure.code().text() + ", " + failure.detail());
      case SyncAlarm.ChainContested(var contest) ->
          lines.accept(
              "a branch contradicts what counts as final: "
                  + contest.code()
                  + " at height "
                  + contest.height()
                  + " from "
                  + contest.source());
      case SyncAlarm.LockedSpendRefused(var spend) ->
          lines.accept(
              "height "
                  + spend.height()
                  + " spends what is locked for side chains against our rule: "
                  + spend.verdict()
                  + " in "
                  + ElaHash.display(spend.txid()));
      case SyncAlarm.NoSourceLeft() -> {
        noneLeft.set(true);
        end();
      }
    }
  }

  /// Nobody has anything newer to show. Heights that are claimed and not shown are not waited for.
  private static boolean synced(SyncProgress progress) {
    return progress.sources().stream().noneMatch(SourceStatus::awaited)
        && progress.sources().stream().anyMatch(SourceStatus::agrees);
  }

  private static String line(SyncProgress progress) {
    return String.format(
        Locale.ROOT,
        "height %d of %d, %.0f headers/s, %d of %d sources agree",
        progress.height(),
        progress.target(),
        progress.perSecond(),
        progress.sources().stream().filter(SourceStatus::agrees).count(),
        progress.sources().size());
  }
}
