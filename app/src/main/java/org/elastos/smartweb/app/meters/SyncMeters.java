// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.meters;

import java.util.Map;
import org.elastos.smartweb.chain.mainchain.SourceStatus;
import org.elastos.smartweb.chain.mainchain.WatchedDeposit;
import org.elastos.smartweb.chain.mainchain.sync.SyncAlarm;
import org.elastos.smartweb.chain.mainchain.sync.SyncObserver;
import org.elastos.smartweb.chain.mainchain.sync.SyncProgress;
import org.elastos.smartweb.platform.metrics.Metrics;

/// Following the mainchain as meters, and as whatever another observer makes of it. Thread-safe.
///
/// @param next hears everything as well
public record SyncMeters(Metrics metrics, SyncObserver next) implements SyncObserver {
  @Override
  public void progress(SyncProgress progress) {
    metrics.set("mainchain.height", Map.of(), progress.height());
    metrics.set("mainchain.claimed.height", Map.of(), progress.target());
    long agreeing = progress.sources().stream().filter(SourceStatus::agrees).count();
    metrics.set("mainchain.sources.agreeing", Map.of(), agreeing);
    next.progress(progress);
  }

  @Override
  public void counted(String source, String outcome) {
    metrics.count("mainchain.looks", Map.of("source", source, "outcome", outcome));
    next.counted(source, outcome);
  }

  @Override
  public void lockedSpend(String verdict) {
    metrics.count("mainchain.locked.spends", Map.of("verdict", verdict));
    next.lockedSpend(verdict);
  }

  @Override
  public void deposit(WatchedDeposit deposit) {
    metrics.count("mainchain.deposits", Map.of());
    next.deposit(deposit);
  }

  @Override
  public void alarm(SyncAlarm alarm) {
    String kind =
        switch (alarm) {
          case SyncAlarm.SourceDropped _ -> "source_dropped";
          case SyncAlarm.ChainContested _ -> "chain_contested";
          case SyncAlarm.LockedSpendRefused _ -> "locked_spend_refused";
          case SyncAlarm.NoSourceLeft _ -> "no_source_left";
        };
    metrics.count("mainchain.alarms", Map.of("kind", kind));
    next.alarm(alarm);
  }
}
