// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.evm.InMemoryEvm;
import org.elastos.smartweb.testkit.Gen;
import org.junit.jupiter.api.Test;

/// What every store of a follower must do.
///
/// @param <X> its transaction
abstract class FollowerStoreContract<X> {
  private static final AtomicInteger NAMES = new AtomicInteger();

  final String name = "contract-" + NAMES.incrementAndGet();
  private final FollowSpec spec =
      new FollowSpec(
          name,
          Follows.SPEC.chain(),
          Follows.SPEC.roots(),
          Follows.SPEC.firstTopics(),
          Follows.SPEC.children(),
          1,
          0);
  private final InMemoryEvm chain = new InMemoryEvm(5);

  abstract FollowerStore<X> store();

  abstract LogConsumer<X> keeper();

  abstract List<EvmLog> kept();

  @Test
  void aNewFollowerStandsAtItsStart() {
    assertThat(store().load(spec)).isEqualTo(FollowerState.start(spec));
    assertThat(store().load(spec)).isEqualTo(FollowerState.start(spec));
  }

  @Test
  void whatWasMovedIsFoundAgain() {
    Gen gen = Gen.ofSeed(7);
    for (int round = 0; round < 12; round++) {
      for (int i = 0; i < 4; i++) {
        Follows.live(chain, gen);
      }
      if (round % 3 == 2) {
        chain.reorganise(4, _ -> true);
      }
      LogFollower<X> follower = follower(keeper());
      Follows.drive(follower);
      assertThat(store().load(spec)).isEqualTo(follower.state());
      assertThat(kept()).isEqualTo(Follows.expected(chain));
    }
    assertThat(kept()).isNotEmpty();
  }

  @Test
  void aConsumerThatFailsMovesNothing() {
    Follows.make(chain, Follows.FACTORY, 1);
    chain.mine();
    FollowerState before = store().load(spec);
    var failing =
        new LogConsumer<X>() {
          @Override
          public void apply(X transaction, List<EvmLog> logs) throws SQLException {
            keeper().apply(transaction, logs);
            throw new SQLException("the consumer failed");
          }

          @Override
          public void retract(X transaction, List<EvmLog> logs) {}
        };
    LogFollower<X> follower = follower(failing);
    assertThatThrownBy(() -> Follows.drive(follower)).isInstanceOf(RuntimeException.class);
    assertThat(store().load(spec).next()).isLessThanOrEqualTo(before.next() + 1);
    assertThat(kept()).isEmpty();
    Follows.drive(follower(keeper()));
    assertThat(kept()).isEqualTo(Follows.expected(chain)).isNotEmpty();
  }

  @Test
  void refusesToFollowOtherEventsUnderTheSameName() {
    Follows.drive(follower(keeper()));
    FollowSpec more = spec(List.of(Follows.FACTORY, Follows.address(7)), spec.firstTopics(), 1, 0);
    FollowSpec topics = spec(spec.roots(), List.of(Follows.SAID), 1, 0);
    FollowSpec rules = spec(spec.roots(), spec.firstTopics(), 2, 0);
    FollowSpec later = spec(spec.roots(), spec.firstTopics(), 1, 1);
    for (FollowSpec other : List.of(more, topics, rules, later)) {
      assertThatThrownBy(() -> store().load(other))
          .isInstanceOfSatisfying(
              FollowException.class,
              e -> assertThat(e.code()).isEqualTo("follower_of_other_events"));
    }
    FollowSpec same = spec(spec.roots(), spec.firstTopics().reversed(), 1, 0);
    assertThat(store().load(same)).isEqualTo(store().load(spec));
  }

  @Test
  void ofTwoThatMoveFromOnePlaceOneIsRefused() {
    for (int i = 0; i < 12; i++) {
      chain.mine();
    }
    LogFollower<X> first = follower(keeper());
    LogFollower<X> second = follower(keeper());
    second.state();
    first.step();
    assertThat(second.step()).isEqualTo(new LogFollower.Step.Waiting("overtaken"));
    Follows.drive(second);
    assertThat(store().load(spec)).isEqualTo(second.state());
  }

  private FollowSpec spec(
      List<EvmAddress> roots, List<Hash256> topics, int rules, long firstBlock) {
    return new FollowSpec(name, spec.chain(), roots, topics, spec.children(), rules, firstBlock);
  }

  FollowSpec spec() {
    return spec;
  }

  private LogFollower<X> follower(LogConsumer<X> consumer) {
    return new LogFollower<>(spec, Follows.SMALL, chain, store(), consumer);
  }
}
