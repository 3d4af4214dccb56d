// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.evm.ChainAlarm;
import org.elastos.smartweb.chain.evm.LinkedBlock;
import org.elastos.smartweb.chain.evm.LogFeed;
import org.elastos.smartweb.chain.follow.FollowerStore.Advance;
import org.elastos.smartweb.chain.follow.FollowerStore.Retraction;
import org.jspecify.annotations.Nullable;

/// Follows events from the first block to the tip, one step at a time: final blocks by range, those
/// above them one by one, named by their hashes, each standing on the one before. Both are written
/// by the same code. What stands on an abandoned fork is taken back first. Used by one thread.
///
/// @param <X> the consumer's transaction
public final class LogFollower<X> implements AutoCloseable {
  private final FollowSpec spec;
  private final LogFeed feed;
  private final FollowerStore<X> store;
  private final LogConsumer<X> consumer;
  private final StretchReader reader;
  private final ForkSearch forks;
  private final boolean readsAhead;
  private @Nullable FollowerState state;
  private @Nullable Ahead ahead;

  public LogFollower(
      FollowSpec spec,
      FollowPolicy policy,
      LogFeed feed,
      FollowerStore<X> store,
      LogConsumer<X> consumer) {
    this.spec = spec;
    this.feed = feed;
    this.store = store;
    this.consumer = consumer;
    this.reader = new StretchReader(spec, policy, feed);
    this.forks = new ForkSearch(feed);
    this.readsAhead = policy.ahead();
  }

  /// What a step came to.
  public sealed interface Step {
    /// Further blocks were taken, with so many events.
    record Advanced(long to, int events, Heads heads) implements Step {}

    /// Everything above this height was taken back.
    record Retracted(long to) implements Step {}

    /// Nothing is left to do for now.
    record UpToDate(Heads heads) implements Step {}

    /// Nothing was done: the chain gives no dependable answer just now, or moved while it was read,
    /// or another process was faster. `code` is stable.
    record Waiting(String code) implements Step {}
  }

  /// Does one step.
  ///
  /// @throws FollowException `final_block_changed`, which no step may paper over
  public Step step() {
    FollowerState now = state();
    return switch (feed.heads()) {
      case Reading.Agreed<Heads>(Heads heads, var _) -> step(now, heads);
      case Reading.Unknown<Heads> unknown -> new Step.Waiting(unknown.code().text());
    };
  }

  /// What it is called.
  public String name() {
    return spec.name();
  }

  /// How far it came.
  public FollowerState state() {
    FollowerState now = state;
    if (now == null) {
      now = store.load(spec);
      state = now;
    }
    return now;
  }

  /// Forgets what is known of the store, which is asked again at the next step. To be called after
  /// a fault.
  public void reset() {
    state = null;
    dropAhead();
  }

  /// Stops reading ahead.
  @Override
  public void close() {
    dropAhead();
  }

  private Step step(FollowerState now, Heads heads) {
    if (now.contradicts(heads.finalized()) || now.contradicts(heads.newest())) {
      return rewind(now, heads);
    }
    if (now.next() <= heads.finalized().number()) {
      return taken(now, heads, finalStretch(now, heads.finalized()));
    }
    if (now.next() <= heads.newest().number()) {
      return taken(now, heads, reader.window(now, heads));
    }
    return idle(now, heads);
  }

  private Stretch finalStretch(FollowerState now, BlockRef finalized) {
    Ahead early = ahead;
    ahead = null;
    Stretch stretch =
        early != null && early.startsAt(now)
            ? early.await()
            : reader.finalRange(now, finalized.number());
    if (stretch instanceof Stretch.Taken(var step)
        && readsAhead
        && step.after().next() <= finalized.number()) {
      ahead = Ahead.start(reader, step.after(), finalized.number());
    }
    return stretch;
  }

  private Step taken(FollowerState now, Heads heads, Stretch stretch) {
    return switch (stretch) {
      case Stretch.Taken(Advance step) ->
          store.advance(spec, step, consumer) ? advanced(step, heads) : overtaken();
      case Stretch.Forked _ -> rewind(now, heads);
      case Stretch.Missed(String code) -> new Step.Waiting(code);
    };
  }

  private Step advanced(Advance step, Heads heads) {
    state = step.after();
    return new Step.Advanced(step.after().next() - 1, step.logs().size(), heads);
  }

  /// Settles what became final since, and sees to a tip that fell back.
  private Step idle(FollowerState now, Heads heads) {
    boolean fellBack = now.next() > heads.newest().number() + 1;
    if (fellBack && now.at(heads.newest().number()).isEmpty()) {
      return new Step.Waiting("chain_behind");
    }
    FollowerState settled = now.with(List.of(), Map.of(), heads.finalized().number());
    if (settled.settled() == now.settled()) {
      return fellBack ? new Step.Waiting("chain_behind") : new Step.UpToDate(heads);
    }
    var step = new Advance(now, settled, List.of(), List.of(), Map.of());
    if (!store.advance(spec, step, consumer)) {
      return overtaken();
    }
    state = settled;
    return new Step.UpToDate(heads);
  }

  /// Takes back what no longer stands on the chain.
  private Step rewind(FollowerState now, Heads heads) {
    dropAhead();
    long highest = Math.min(heads.newest().number(), now.next() - 1);
    if (highest < now.window().getFirst().number()) {
      return new Step.Waiting("chain_behind");
    }
    return switch (forks.search(now, highest)) {
      case Reading.Unknown<ForkSearch.Found> unknown -> new Step.Waiting(unknown.code().text());
      case Reading.Agreed<ForkSearch.Found>(var found, var _) -> backTo(now, found.good());
    };
  }

  private Step backTo(FollowerState now, Optional<LinkedBlock> good) {
    long last = good.map(LinkedBlock::number).orElse(spec.firstBlock() - 1);
    if (last == now.next() - 1) {
      return new Step.Waiting("chain_moving");
    }
    if (last < now.settled()) {
      feed.raise(ChainAlarm.Kind.FINAL_BLOCK_CHANGED, "follower " + spec.name());
      throw new FollowException(
          "final_block_changed",
          "a final block changed",
          Map.of("follower", spec.name(), "settled", Long.toString(now.settled())));
    }
    FollowerState after = now.backTo(good, spec.firstBlock());
    if (!store.retract(spec, new Retraction(now, after, good), consumer)) {
      return overtaken();
    }
    state = after;
    return new Step.Retracted(last);
  }

  private Step overtaken() {
    reset();
    return new Step.Waiting("overtaken");
  }

  private void dropAhead() {
    Ahead early = ahead;
    ahead = null;
    if (early != null) {
      early.task().cancel(true);
    }
  }

  /// The next final range, being read while the last one is written.
  private record Ahead(FollowerState from, FutureTask<Stretch> task) {
    static Ahead start(StretchReader reader, FollowerState from, long finalized) {
      var task = new FutureTask<>(() -> reader.finalRange(from, finalized));
      Thread.ofVirtual().name("follower-ahead").start(task);
      return new Ahead(from, task);
    }

    boolean startsAt(FollowerState now) {
      return from.next() == now.next() && from.tip().equals(now.tip());
    }

    Stretch await() {
      try {
        return task.get();
      } catch (InterruptedException e) {
        task.cancel(true);
        Thread.currentThread().interrupt();
        return new Stretch.Missed("interrupted");
      } catch (ExecutionException e) {
        throw new FollowException(
            "read_failed",
            "reading ahead failed",
            Map.of("cause", String.valueOf(e.getCause())),
            e);
      }
    }
  }
}
