// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.index;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.market.MarketException;
import org.elastos.smartweb.market.service.internal.index.ChannelFollower.Step;
import org.elastos.smartweb.market.service.watch.MarketWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes step after step on a thread of its own, without rest while there is something to do. A
/// fault is logged and the step tried again later. Thread-safe; started once.
public final class MarketIndexer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MarketIndexer.class);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ChannelFollower follower;
  private final Duration poll;
  private final InstantSource clock;
  private final MarketWatch watch;
  private final Thread thread = Thread.ofVirtual().name("market-indexer").unstarted(this::run);
  private volatile State state = State.NEW;
  private volatile boolean closing;
  private long last = -1;

  /// @param poll how long to rest when nothing is left to do
  public MarketIndexer(
      ChannelFollower follower, Duration poll, InstantSource clock, MarketWatch watch) {
    this.follower = follower;
    this.poll = poll;
    this.clock = clock;
    this.watch = watch;
  }

  /// What the indexer last learnt.
  ///
  /// @param heads the chain's newest and final block
  /// @param at when it learnt them
  /// @param trouble why it cannot go on, when it cannot
  public record State(Optional<Heads> heads, Instant at, Optional<String> trouble) {
    static final State NEW = new State(Optional.empty(), Instant.EPOCH, Optional.empty());
  }

  /// Starts the thread.
  public void start() {
    thread.start();
  }

  /// What it last learnt.
  public State state() {
    return state;
  }

  /// Ends after the current step.
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    try {
      if (!thread.join(PATIENCE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closing) {
      Duration rest = step();
      if (!closing && !rest.isZero()) {
        LockSupport.parkNanos(rest.toNanos());
      }
    }
  }

  private Duration step() {
    try {
      return switch (follower.step()) {
        case Step.Advanced(long to, Heads heads) -> {
          LOG.atDebug().addKeyValue("block", to).log("indexed");
          last = to;
          yield moved(heads, Duration.ZERO);
        }
        case Step.Retracted(long to, Heads heads) -> {
          LOG.atInfo().addKeyValue("block", to).log("took back blocks of an abandoned fork");
          last = to;
          watch.retracted(to);
          yield moved(heads, Duration.ZERO);
        }
        case Step.UpToDate(Heads heads) -> moved(heads, poll);
        case Step.Waiting(String code) -> troubled(code, poll);
      };
    } catch (MarketException fault) {
      LOG.atError()
          .setCause(fault)
          .addKeyValue("details", fault.details())
          .log("the indexer cannot go on");
      return troubled("fault", AFTER_FAULT);
    } catch (RuntimeException | Error fault) {
      // An Error too: an indexer whose thread ended unseen would look as if it rested.
      LOG.atError().setCause(fault).log("an indexing step failed");
      return troubled("fault", AFTER_FAULT);
    }
  }

  private Duration moved(Heads heads, Duration rest) {
    state = new State(Optional.of(heads), clock.instant(), Optional.empty());
    watch.followed(last, Optional.of(heads), Optional.empty());
    return rest;
  }

  private Duration troubled(String code, Duration rest) {
    State old = state;
    state = new State(old.heads(), old.at(), Optional.of(code));
    watch.followed(last, old.heads(), Optional.of(code));
    return rest;
  }
}
