// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.follow.LogFollower.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a follower's steps on a thread of its own, without rest while there is something to do.
/// What goes wrong is tried again after a pause that grows and is never the same twice, so that
/// many followers do not ask together. Thread-safe; started once.
public final class FollowerLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FollowerLoop.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_DOUBLINGS = 6;

  private final LogFollower<?> follower;
  private final Duration poll;
  private final RandomGenerator random;
  private final FollowerWatch watch;
  private final Thread thread;
  private volatile Progress progress = new Progress(-1, Optional.empty(), Optional.empty());
  private volatile boolean closing;
  private int failures;

  /// @param poll how long to rest when nothing is left to do, and after the first failure
  public FollowerLoop(LogFollower<?> follower, Duration poll, RandomGenerator random) {
    this(follower, poll, random, FollowerWatch.NONE);
  }

  /// The same before somebody's eyes.
  public FollowerLoop(
      LogFollower<?> follower, Duration poll, RandomGenerator random, FollowerWatch watch) {
    this.follower = follower;
    this.poll = poll;
    this.random = random;
    this.watch = watch;
    this.thread = Thread.ofVirtual().name("log-follower").unstarted(this::run);
  }

  /// What the loop last learnt.
  ///
  /// @param last the last block taken; -1 before the first
  /// @param heads the chain's newest and final block
  /// @param trouble the code of what keeps it from going on, if anything does
  public record Progress(long last, Optional<Heads> heads, Optional<String> trouble) {
    /// How many blocks it is behind the newest one, once that is known.
    public Optional<Long> behind() {
      return heads.map(known -> Math.max(0, known.newest().number() - last));
    }
  }

  /// Starts the thread.
  public void start() {
    thread.start();
  }

  /// What it last learnt.
  public Progress progress() {
    return progress;
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
    } finally {
      follower.close();
    }
  }

  private void run() {
    try {
      while (!closing) {
        Duration rest = step();
        if (!closing && !rest.isZero()) {
          LockSupport.parkNanos(rest.toNanos());
        }
      }
    } finally {
      if (!closing) {
        troubled("stopped");
      }
    }
  }

  private Duration step() {
    try {
      return switch (follower.step()) {
        case Step.Advanced(long to, int _, Heads heads) ->
            moved(new Progress(to, Optional.of(heads), Optional.empty()), Duration.ZERO);
        case Step.Retracted(long to) -> {
          LOG.atInfo().addKeyValue("block", to).log("took back blocks of an abandoned fork");
          watch.retracted(follower.name(), to);
          yield moved(new Progress(to, progress.heads(), Optional.empty()), Duration.ZERO);
        }
        case Step.UpToDate(Heads heads) ->
            moved(
                new Progress(follower.state().next() - 1, Optional.of(heads), Optional.empty()),
                poll);
        case Step.Waiting(String code) -> troubled(code);
      };
    } catch (FollowException fault) {
      LOG.atError()
          .setCause(fault)
          .addKeyValue("code", fault.code())
          .log("a follower stands still");
      follower.reset();
      return troubled(fault.code());
    } catch (RuntimeException | Error fault) {
      // An Error too: a follower whose thread ended unseen would look as if nothing happened.
      LOG.atError().setCause(fault).log("a follower's step failed");
      follower.reset();
      return troubled("fault");
    }
  }

  private Duration moved(Progress now, Duration rest) {
    failures = 0;
    progress = now;
    watch.progress(follower.name(), now);
    return rest;
  }

  private Duration troubled(String code) {
    Progress now = new Progress(progress.last(), progress.heads(), Optional.of(code));
    progress = now;
    watch.progress(follower.name(), now);
    Duration pause = poll.multipliedBy(1L << Math.min(failures++, MOST_DOUBLINGS));
    long most = Math.min(pause.toNanos(), LONGEST_PAUSE.toNanos());
    return Duration.ofNanos(most / 2 + random.nextLong(most / 2 + 1));
  }
}
