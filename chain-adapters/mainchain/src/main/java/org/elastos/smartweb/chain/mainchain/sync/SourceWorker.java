// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.mainchain.BlockSource;
import org.elastos.smartweb.chain.mainchain.BlockSource.Fetched;
import org.elastos.smartweb.chain.mainchain.ChainPosition;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.LockedSpend;
import org.elastos.smartweb.chain.mainchain.SourceFailure;
import org.elastos.smartweb.chain.mainchain.SourceStatus;
import org.elastos.smartweb.chain.mainchain.sync.BlockIntake.Taken;

/// Looks at one source again and again. One thread does; its status may be read by others.
final class SourceWorker {
  private static final int BULK = 50;
  private static final int AWAITED_FAILURES = 3;

  private final BlockSource source;
  private final HeaderStore store;
  private final BlockIntake intake;
  private final SyncPace pace;
  private final RandomGenerator random;
  private final Interruptible asking = new Interruptible();
  private int failures;
  private int strikes;
  private int behind;
  private volatile SourceStatus status;

  SourceWorker(BlockSource source, SyncFeed feed) {
    this.source = source;
    this.store = feed.store();
    this.intake = feed.intake();
    this.pace = feed.pace();
    this.random = feed.random();
    this.status = SourceStatus.unasked(source.name());
  }

  /// What one look at the source came to.
  ///
  /// @param pause before the next one; empty when there is more to fetch at once
  /// @param outcome for a counter
  record Look(Taken taken, Optional<Duration> pause, String outcome, List<SyncAlarm> alarms) {}

  SourceStatus status() {
    return status;
  }

  Look look() {
    Optional<Hash256> before = intake.shownBy(source.name());
    List<ChainPosition> locator = Locator.of(store, before);
    return switch (asking.run(() -> source.blocksAfter(locator, pace.batch()))) {
      case Fetched.Failed(SourceFailure failure) ->
          failed(Taken.NOTHING, failure, status.claimedHeight());
      case Fetched.Blocks fetched -> {
        Taken taken = intake.take(source.name(), fetched.blocks(), fetched.claimedHeight());
        strikes = taken.fresh() > 0 ? 0 : strikes;
        yield taken.failure().isPresent()
            ? failed(taken, taken.failure().get(), fetched.claimedHeight())
            : answered(taken, fetched.claimedHeight(), before);
      }
    };
  }

  /// Ends a question that is under way, and nothing else: an interrupt would break a database
  /// connection.
  void cancel() {
    asking.cancel();
  }

  void close() {
    source.close();
  }

  private Look answered(Taken taken, Optional<Long> claimedHeight, Optional<Hash256> before) {
    failures = 0;
    boolean agrees = taken.last().filter(store.best().hash()::equals).isPresent();
    status =
        new SourceStatus(
            source.name(), agrees, claimedHeight, Optional.empty(), false, taken.fresh() > 0);
    if (taken.fresh() > 0) {
      behind = 0;
      Optional<Duration> pause =
          taken.fresh() >= BULK ? Optional.empty() : Optional.of(pace.poll());
      return new Look(taken, pause, "blocks", alarms(taken));
    }
    // A source that lags shows us, each time, the old blocks that we have: it is asked ever less
    // often.
    boolean lags = taken.last().isPresent() && !agrees && taken.last().equals(before);
    behind = lags ? behind + 1 : 0;
    Duration pause = lags ? longer(pace.pauseAfter(behind, random)) : pace.poll();
    return new Look(taken, Optional.of(pause), lags ? "behind" : "nothing_new", alarms(taken));
  }

  private Duration longer(Duration pause) {
    return pause.compareTo(pace.poll()) > 0 ? pause : pace.poll();
  }

  private Look failed(Taken taken, SourceFailure failure, Optional<Long> claimedHeight) {
    failures = taken.fresh() > 0 ? 1 : failures + 1;
    boolean drop =
        switch (failure.code().kind()) {
          case LIE -> true;
          case NONSENSE -> ++strikes >= pace.strikes();
          case ABSENT -> false;
        };
    boolean awaited =
        !drop && (taken.fresh() > 0 || (status.awaited() && failures < AWAITED_FAILURES));
    status =
        new SourceStatus(source.name(), false, claimedHeight, Optional.of(failure), drop, awaited);
    source.close();
    List<SyncAlarm> alarms = alarms(taken);
    if (drop) {
      intake.forget(source.name());
      alarms.add(new SyncAlarm.SourceDropped(source.name(), failure));
    }
    Duration pause = pace.pauseAfter(failures, random);
    return new Look(taken, Optional.of(pause), failure.code().text(), alarms);
  }

  private static List<SyncAlarm> alarms(Taken taken) {
    List<SyncAlarm> alarms = new ArrayList<>();
    taken.contest().map(SyncAlarm.ChainContested::new).ifPresent(alarms::add);
    taken.spends().stream()
        .filter(LockedSpend::refused)
        .map(SyncAlarm.LockedSpendRefused::new)
        .forEach(alarms::add);
    return alarms;
  }
}
