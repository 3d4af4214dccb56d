// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.evm.InMemoryEvm;
import org.elastos.smartweb.chain.evm.LogFeed;
import org.elastos.smartweb.chain.follow.LogFollower.Step;
import org.elastos.smartweb.testkit.Gen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sources that allow little at once slow a follower down and never stop it.
class LimitedSourcesTest {
  private static final FollowPolicy POLICY = new FollowPolicy(100, 100, 1_000, 64, 1_024, false);

  private final InMemoryFollowerStore store = new InMemoryFollowerStore();

  @Test
  void theLiveWindowAsksForLessWhenSourcesRefuse() {
    InMemoryEvm chain = chain(150);
    reach(follower(new LimitedFeed(chain, 1_000, 1)), chain);
    assertThat(store.effects()).isEqualTo(Follows.expected(chain)).isNotEmpty();
    assertThat(chain.alarms()).isEmpty();
  }

  @Test
  void theLiveWindowAsksForFewerHeadersWhenTheyDoNotArrive() {
    InMemoryEvm chain = chain(150);
    reach(follower(new LimitedFeed(chain, 5, 1_000)), chain);
    assertThat(store.effects()).isEqualTo(Follows.expected(chain)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"100, 1", "100, 300", "100, 599", "3, 300", "1, 1", "1, 299"})
  void aForkInALongWindowIsLeft(int headers, int depth) {
    InMemoryEvm chain = chain(600);
    reach(follower(chain), chain);
    chain.reorganise(depth, _ -> false);
    LogFollower<List<EvmLog>> follower = follower(new LimitedFeed(chain, headers, 1_000));
    Step step = follower.step();
    for (int i = 0; i < 20 && step instanceof Step.Waiting; i++) {
      step = follower.step();
    }
    assertThat(step).isEqualTo(new Step.Retracted(600 - depth));
    reach(follower, chain);
    assertThat(store.effects()).isEqualTo(Follows.expected(chain));
  }

  /// Blocks of which none becomes final.
  private static InMemoryEvm chain(int blocks) {
    InMemoryEvm chain = new InMemoryEvm(5_000);
    Gen gen = Gen.ofSeed(11);
    for (int i = 0; i < blocks; i++) {
      Follows.live(chain, gen);
    }
    return chain;
  }

  private static void reach(LogFollower<?> follower, InMemoryEvm chain) {
    for (int i = 0; i < 1_000 && follower.state().next() <= chain.height(); i++) {
      follower.step();
    }
    assertThat(follower.state().next()).isEqualTo(chain.height() + 1);
  }

  private LogFollower<List<EvmLog>> follower(LogFeed feed) {
    return new LogFollower<>(Follows.SPEC, POLICY, feed, store, InMemoryFollowerStore.keeper());
  }
}
