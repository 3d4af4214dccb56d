// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.jspecify.annotations.Nullable;

/// A follower's place in memory, with a list of events as what the consumer makes of them; a step
/// that fails leaves both as they were. For tests. Thread-safe.
public final class InMemoryFollowerStore implements FollowerStore<List<EvmLog>> {
  private @Nullable FollowerState state;
  private @Nullable Hash256 followed;
  private List<EvmLog> effects = new ArrayList<>();
  private List<EvmLog> unsettled = new ArrayList<>();

  /// A consumer that keeps the events, and trusts nobody.
  public static LogConsumer<List<EvmLog>> keeper() {
    return new LogConsumer<>() {
      @Override
      public void apply(List<EvmLog> kept, List<EvmLog> logs) {
        for (EvmLog log : logs) {
          if (kept.stream().anyMatch(one -> samePlace(one, log))) {
            throw new IllegalStateException("an event was applied twice");
          }
          kept.add(log);
        }
      }

      @Override
      public void retract(List<EvmLog> kept, List<EvmLog> logs) {
        for (EvmLog log : logs) {
          if (!kept.remove(log)) {
            throw new IllegalStateException("an event was taken back that was never applied");
          }
        }
      }
    };
  }

  /// What the consumer kept, in chain order.
  public synchronized List<EvmLog> effects() {
    return effects.stream()
        .sorted(Comparator.comparingLong(EvmLog::blockNumber).thenComparingInt(EvmLog::logIndex))
        .toList();
  }

  @Override
  public synchronized FollowerState load(FollowSpec spec) {
    Hash256 digest = spec.digest();
    if (!Objects.requireNonNullElse(followed, digest).equals(digest)) {
      throw FollowException.otherEvents(spec);
    }
    followed = digest;
    FollowerState now = state;
    return now == null ? FollowerState.start(spec) : now;
  }

  @Override
  public synchronized boolean advance(
      FollowSpec spec, Advance step, LogConsumer<List<EvmLog>> consumer) {
    return move(
        spec,
        step.before(),
        step.after(),
        kept -> {
          if (!step.logs().isEmpty()) {
            consumer.apply(kept, step.logs());
          }
          if (step.after().settled() > step.before().settled()) {
            consumer.settled(kept, step.after().window().getFirst().ref());
          }
          List<EvmLog> still = new ArrayList<>(unsettled);
          still.addAll(step.logs());
          still.removeIf(log -> log.blockNumber() <= step.after().settled());
          return still;
        });
  }

  @Override
  public synchronized boolean retract(
      FollowSpec spec, Retraction step, LogConsumer<List<EvmLog>> consumer) {
    return move(
        spec,
        step.before(),
        step.after(),
        kept -> {
          List<EvmLog> gone =
              unsettled.stream().filter(log -> log.blockNumber() >= step.after().next()).toList();
          if (!gone.isEmpty()) {
            consumer.retract(kept, gone.reversed());
          }
          List<EvmLog> still = new ArrayList<>(unsettled);
          still.removeAll(gone);
          return still;
        });
  }

  private boolean move(FollowSpec spec, FollowerState before, FollowerState after, Work work) {
    if (!load(spec).equals(before)) {
      return false;
    }
    List<EvmLog> kept = new ArrayList<>(effects);
    try {
      unsettled = work.run(kept);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    effects = kept;
    state = after;
    return true;
  }

  private static boolean samePlace(EvmLog one, EvmLog other) {
    return one.blockNumber() == other.blockNumber() && one.logIndex() == other.logIndex();
  }

  @FunctionalInterface
  private interface Work {
    List<EvmLog> run(List<EvmLog> kept) throws SQLException;
  }
}
