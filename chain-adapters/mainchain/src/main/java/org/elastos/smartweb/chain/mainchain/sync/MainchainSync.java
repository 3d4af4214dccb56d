// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.elastos.smartweb.chain.mainchain.BlockSource;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.SourceStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// Follows the chain from several sources at once, each on a thread of its own. While there is much
/// to fetch, one source at a time fetches. What was stored is where a restart goes on. Thread-safe.
public final class MainchainSync implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MainchainSync.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final double NANOS = 1e9;

  private final HeaderStore store;
  private final SyncPace pace;
  private final SyncObserver observer;
  private final List<SourceWorker> workers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Semaphore bulkTurn = new Semaphore(1, true);
  private final AtomicLong verified = new AtomicLong();
  private final AtomicBoolean toldNoneLeft = new AtomicBoolean();
  private final long begun = System.nanoTime();
  private volatile boolean bulk;

  private MainchainSync(HeaderStore store, SyncPace pace, SyncObserver observer) {
    this.store = store;
    this.pace = pace;
    this.observer = observer;
  }

  /// Begins to follow.
  ///
  /// @param sources closed with the sync
  public static MainchainSync start(
      List<BlockSource> sources, SyncFeed feed, SyncObserver observer) {
    MainchainSync sync = new MainchainSync(feed.store(), feed.pace(), observer);
    feed.intake().expect(sources.stream().map(BlockSource::name).toList());
    for (BlockSource source : sources) {
      SourceWorker worker = new SourceWorker(source, feed);
      sync.workers.add(worker);
      sync.threads.add(
          Thread.ofVirtual()
              .name("mainchain-" + source.name())
              .unstarted(() -> sync.follow(worker)));
    }
    sync.threads.forEach(Thread::start);
    return sync;
  }

  /// How far it has come.
  public SyncProgress progress() {
    List<SourceStatus> sources = sources();
    long height = store.best().height();
    long target =
        sources.stream()
            .filter(source -> !source.dropped())
            .flatMap(source -> source.claimedHeight().stream())
            .mapToLong(Long::longValue)
            .filter(claimed -> claimed >= 0)
            .max()
            .orElse(height);
    double seconds = Math.max(1, System.nanoTime() - begun) / NANOS;
    long count = verified.get();
    return new SyncProgress(height, Math.max(height, target), count, count / seconds, sources);
  }

  /// How each source is doing.
  public List<SourceStatus> sources() {
    return workers.stream().map(SourceWorker::status).toList();
  }

  /// Stops asking and waits a while for what runs.
  @Override
  public void close() {
    stopped.countDown();
    workers.forEach(SourceWorker::cancel);
    try {
      for (Thread thread : threads) {
        if (!thread.join(PATIENCE)) {
          LOG.atWarn().addKeyValue("thread", thread.getName()).log("A source does not stop");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(SourceWorker worker) {
    try {
      boolean running = true;
      while (running) {
        Optional<Duration> pause = turn(worker);
        running = !worker.status().dropped() && waited(pause.orElse(Duration.ZERO));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      worker.close();
    }
    boolean noneLeft = workers.stream().allMatch(each -> each.status().dropped());
    if (noneLeft && toldNoneLeft.compareAndSet(false, true)) {
      raise(new SyncAlarm.NoSourceLeft());
    }
  }

  /// One look. A fault of our own, such as a database that is away, is not the source's: it is
  /// logged, and the look is repeated later.
  private Optional<Duration> turn(SourceWorker worker) throws InterruptedException {
    boolean permitted = bulk && bulkTurn.tryAcquire(pace.poll().toMillis(), TimeUnit.MILLISECONDS);
    try {
      SourceWorker.Look look = worker.look();
      verified.addAndGet(look.taken().fresh());
      bulk = look.taken().fresh() >= pace.batch() / 2;
      observer.counted(worker.status().name(), look.outcome());
      look.taken().spends().forEach(spend -> observer.lockedSpend(spend.verdict()));
      look.taken().deposits().forEach(observer::deposit);
      look.alarms().forEach(this::raise);
      observer.progress(progress());
      return look.pause();
    } catch (RuntimeException | Error e) {
      // An Error too: a source whose thread ended unseen would look as if it agreed for ever.
      if (stopped.getCount() == 0) {
        return Optional.empty();
      }
      LOG.atError()
          .addKeyValue("source", worker.status().name())
          .setCause(e)
          .log("Following the chain failed");
      observer.counted(worker.status().name(), "fault");
      return Optional.of(pace.longestPause().dividedBy(10));
    } finally {
      if (permitted) {
        bulkTurn.release();
      }
    }
  }

  /// False when it was stopped meanwhile.
  private boolean waited(Duration pause) throws InterruptedException {
    return !stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void raise(SyncAlarm alarm) {
    LoggingEventBuilder event = LOG.atError();
    switch (alarm) {
      case SyncAlarm.SourceDropped(var source, var failure) ->
          event
              .addKeyValue("source", source)
              .addKeyValue("code", failure.code().text())
              .addKeyValue("detail", failure.detail())
              .log("A source is asked no more");
      case SyncAlarm.ChainContested(var contest) ->
          event
              .addKeyValue("source", contest.source())
              .addKeyValue("code", contest.code())
              .addKeyValue("height", contest.height())
              .addKeyValue("tip", contest.tip().hex())
              .log("A branch contradicts what counts as final");
      case SyncAlarm.LockedSpendRefused(var spend) ->
          event
              .addKeyValue("rule", spend.verdict())
              .addKeyValue("height", spend.height())
              .addKeyValue("txid", spend.txid().hex())
              .log("A block spends what is locked for side chains against our rule");
      case SyncAlarm.NoSourceLeft _ -> event.log("No source of the chain is left");
    }
    observer.alarm(alarm);
  }
}
