// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.evm.ChainAlarm;
import org.elastos.smartweb.chain.evm.InMemoryEvm;
import org.elastos.smartweb.chain.follow.LogFollower.Step;
import org.elastos.smartweb.testkit.Gen;
import org.junit.jupiter.api.Test;

class LogFollowerTest {
  private static final int DEPTH = 6;

  private final InMemoryEvm chain = new InMemoryEvm(DEPTH);
  private final InMemoryFollowerStore store = new InMemoryFollowerStore();

  @Test
  void whatItKeepsDoesNotDependOnHowTheChainWasCut() {
    Gen.forAll(
        60,
        gen -> {
          InMemoryEvm random = new InMemoryEvm(gen.between(1, 8));
          var kept = new InMemoryFollowerStore();
          boolean ahead = gen.chance(0.5);
          var policy =
              new FollowPolicy(
                  gen.between(1, 9), 50, gen.between(1, 30), gen.between(1, 5), 64, ahead);
          try (var follower = follower(random, kept, policy)) {
            for (int i = gen.between(5, 60); i > 0; i--) {
              Follows.live(random, gen);
              if (gen.chance(0.2)) {
                follower.step();
              }
              if (gen.chance(0.1)) {
                random.reorganise(gen.between(1, 6), _ -> true);
              }
            }
            Follows.drive(follower);
          }
          assertThat(kept.effects()).isEqualTo(Follows.expected(random));
        });
  }

  @Test
  void aChildSpeaksFromTheBlockThatTellsOfIt() {
    Follows.say(chain, Follows.address(1), 1);
    chain.mine();
    Follows.say(chain, Follows.address(1), 2);
    Follows.make(chain, Follows.FACTORY, 1);
    Follows.say(chain, Follows.address(1), 3);
    chain.mine();
    Follows.say(chain, Follows.address(1), 4);
    chain.mine();
    Follows.drive(follower());
    assertThat(store.effects())
        .filteredOn(log -> log.address().equals(Follows.address(1)))
        .extracting(log -> (int) log.data().bytes()[0])
        .containsExactly(2, 3, 4);
  }

  @Test
  void aForkIsTakenBackAndItsChildrenForgotten() {
    mine(10);
    Follows.make(chain, Follows.FACTORY, 1);
    Follows.say(chain, Follows.address(1), 1);
    chain.mine();
    mine(2);
    LogFollower<List<EvmLog>> follower = follower();
    Follows.drive(follower);
    assertThat(store.effects()).hasSize(2);
    assertThat(follower.state().children()).hasSize(1);
    chain.reorganise(4, _ -> true);
    assertThat(follower.step()).isInstanceOf(Step.Retracted.class);
    assertThat(store.effects()).isEmpty();
    assertThat(follower.state().children()).isEmpty();
    Follows.drive(follower);
    assertThat(follower.state().next()).isEqualTo(chain.height() + 1);
  }

  @Test
  void aForkOfTheSameHeightIsNoticedWithoutANewBlock() {
    mine(10);
    Follows.make(chain, Follows.FACTORY, 1);
    mine(2);
    LogFollower<List<EvmLog>> follower = follower();
    Follows.drive(follower);
    assertThat(store.effects()).hasSize(1);
    chain.exchange(3);
    assertThat(follower.step()).isInstanceOf(Step.Retracted.class);
    assertThat(store.effects()).isEmpty();
    Follows.drive(follower);
    assertThat(follower.state().tip().orElseThrow().ref())
        .isEqualTo(chain.heads().agreed().orElseThrow().newest());
  }

  @Test
  void theWindowHoldsOnlyWhatCanBeTakenBack() {
    LogFollower<List<EvmLog>> follower = follower();
    for (int i = 0; i < 30; i++) {
      mine(1);
      Follows.drive(follower);
      assertThat(follower.state().window().size()).isLessThanOrEqualTo(DEPTH + 1);
    }
    assertThat(follower.state().settled()).isEqualTo(chain.height() - DEPTH);
  }

  @Test
  void waitsWhenFinalityStallsForLongerThanTheWindow() {
    InMemoryEvm stalling = new InMemoryEvm(1_000);
    for (int i = 0; i < 200; i++) {
      stalling.mine();
    }
    LogFollower<List<EvmLog>> follower = follower(stalling, store, Follows.SMALL);
    Step last = follower.step();
    for (int i = 0; i < 100 && last instanceof Step.Advanced; i++) {
      last = follower.step();
    }
    assertThat(last).isEqualTo(new Step.Waiting("window_full"));
    assertThat(follower.state().window()).hasSizeLessThanOrEqualTo(Follows.SMALL.window() + 1);
  }

  @Test
  void refusesAFinalBlockThatChangedAndRaisesAnAlarm() {
    mine(20);
    LogFollower<List<EvmLog>> follower = follower();
    Follows.drive(follower);
    chain.exchange(DEPTH + 3);
    mine(DEPTH + 3);
    assertThatThrownBy(() -> Follows.drive(follower))
        .isInstanceOfSatisfying(
            FollowException.class, e -> assertThat(e.code()).isEqualTo("final_block_changed"));
    assertThat(chain.alarms()).contains(ChainAlarm.Kind.FINAL_BLOCK_CHANGED);
  }

  @Test
  void asksForLessWhenSourcesRefuse() {
    for (int i = 0; i < 40; i++) {
      Follows.make(chain, Follows.FACTORY, 1);
      Follows.make(chain, Follows.FACTORY, 2);
      chain.mine();
    }
    mine(DEPTH);
    chain.answerAtMost(5);
    LogFollower<List<EvmLog>> follower =
        follower(chain, store, new FollowPolicy(100, 100, 1_000, 4, 64, false));
    Follows.drive(follower);
    assertThat(store.effects()).hasSize(80);
  }

  @Test
  void aBlockThatIsTooLargeForEverySourceIsSaidSo() {
    for (int i = 0; i < 9; i++) {
      Follows.make(chain, Follows.FACTORY, i);
    }
    chain.mine();
    mine(DEPTH);
    chain.answerAtMost(5);
    assertThat(stepsUntilWaiting(follower())).isEqualTo(new Step.Waiting("block_too_large"));
    assertThat(chain.alarms()).contains(ChainAlarm.Kind.SOURCES_UNAVAILABLE);
  }

  @Test
  void anotherProcessThatWasFasterIsNoticedAndNothingHappensTwice() {
    mine(10);
    LogFollower<List<EvmLog>> slow = follower();
    slow.state();
    Follows.drive(follower());
    assertThat(slow.step()).isEqualTo(new Step.Waiting("overtaken"));
    Follows.drive(slow);
    assertThat(store.effects()).isEqualTo(Follows.expected(chain));
  }

  @Test
  void saysWhenEventsAreSettled() {
    List<Long> settled = new ArrayList<>();
    var consumer =
        new LogConsumer<List<EvmLog>>() {
          @Override
          public void apply(List<EvmLog> kept, List<EvmLog> logs) {}

          @Override
          public void retract(List<EvmLog> kept, List<EvmLog> logs) {}

          @Override
          public void settled(List<EvmLog> kept, BlockRef block) {
            settled.add(block.number());
          }
        };
    var follower = new LogFollower<>(Follows.SPEC, Follows.SMALL, chain, store, consumer);
    mine(DEPTH + 2);
    Follows.drive(follower);
    mine(2);
    Follows.drive(follower);
    assertThat(settled).isSorted().endsWith(4L);
  }

  @Test
  void waitsForAChainThatFellBehind() {
    mine(20);
    Follows.drive(follower());
    InMemoryEvm behind = new InMemoryEvm(DEPTH);
    behind.mine();
    var follower = follower(behind, store, Follows.SMALL);
    assertThat(follower.step()).isEqualTo(new Step.Waiting("chain_behind"));
  }

  private Step stepsUntilWaiting(LogFollower<?> follower) {
    Step step = follower.step();
    for (int i = 0; i < 100 && !(step instanceof Step.Waiting); i++) {
      step = follower.step();
    }
    return step;
  }

  private void mine(int many) {
    for (int i = 0; i < many; i++) {
      chain.mine();
    }
  }

  private LogFollower<List<EvmLog>> follower() {
    return follower(chain, store, Follows.SMALL);
  }

  private static LogFollower<List<EvmLog>> follower(
      InMemoryEvm chain, InMemoryFollowerStore store, FollowPolicy policy) {
    return new LogFollower<>(Follows.SPEC, policy, chain, store, InMemoryFollowerStore.keeper());
  }
}
