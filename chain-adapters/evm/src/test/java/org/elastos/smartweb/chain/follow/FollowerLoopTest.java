// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.evm.InMemoryEvm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A follower's thread.
@Timeout(30)
class FollowerLoopTest {
  private static final Duration POLL = Duration.ofMillis(5);

  private final InMemoryEvm chain = new InMemoryEvm(3);
  private final InMemoryFollowerStore store = new InMemoryFollowerStore();
  private final List<String> troubles = new CopyOnWriteArrayList<>();
  private final Map<String, Long> heard = new ConcurrentHashMap<>();
  private final FollowerWatch watch =
      new FollowerWatch() {
        @Override
        public void progress(String follower, FollowerLoop.Progress progress) {
          progress.trouble().ifPresent(troubles::add);
          heard.put(follower, progress.last());
        }

        @Override
        public void retracted(String follower, long to) {
          heard.put(follower + " back", to);
        }
      };

  @BeforeEach
  void mine() {
    for (int i = 0; i < 9; i++) {
      Follows.say(chain, Follows.FACTORY, i);
      chain.mine();
    }
  }

  @Test
  void anErrorIsSeenAndSurvived() {
    try (FollowerLoop loop = started(breaking(new AtomicInteger(4)))) {
      await().until(() -> loop.progress().behind().equals(Optional.of(0L)));
      assertThat(loop.progress().trouble()).isEmpty();
      assertThat(troubles).containsOnly("fault").hasSize(4);
      assertThat(store.effects()).isEqualTo(Follows.expected(chain));
    }
  }

  @Test
  void whoWatchesHearsOfProgressAndOfRetractions() {
    try (FollowerLoop _ = started(InMemoryFollowerStore.keeper())) {
      await().until(() -> chain.height() == heard.getOrDefault("test", -1L));
      long fork = chain.height() - 2;
      chain.reorganise(2, _ -> true);
      await().until(() -> heard.containsKey("test back"));
      assertThat(heard).containsEntry("test back", fork);
    }
  }

  private FollowerLoop started(LogConsumer<List<EvmLog>> consumer) {
    FollowerLoop loop =
        new FollowerLoop(
            new LogFollower<>(Follows.SPEC, Follows.SMALL, chain, store, consumer),
            POLL,
            new Random(1),
            watch);
    loop.start();
    return loop;
  }

  /// Fails so many times with an Error, after it did its work.
  private static LogConsumer<List<EvmLog>> breaking(AtomicInteger times) {
    LogConsumer<List<EvmLog>> keeper = InMemoryFollowerStore.keeper();
    return new LogConsumer<>() {
      @Override
      public void apply(List<EvmLog> kept, List<EvmLog> logs) throws SQLException {
        keeper.apply(kept, logs);
        if (times.getAndDecrement() > 0) {
          throw new StackOverflowError("a consumer broke");
        }
      }

      @Override
      public void retract(List<EvmLog> kept, List<EvmLog> logs) throws SQLException {
        keeper.retract(kept, logs);
      }
    };
  }
}
