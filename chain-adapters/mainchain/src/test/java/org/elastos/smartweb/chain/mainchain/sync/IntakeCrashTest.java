// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.mainchain.ChainEvent;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.TestBlocks;
import org.elastos.smartweb.chain.mainchain.store.InMemoryHeaderStore;
import org.elastos.smartweb.testkit.MutableClock;
import org.junit.jupiter.api.Test;

/// The process dies before or after any call to the store; the next one goes on. Nothing is
/// missing, nothing is there twice.
class IntakeCrashTest {
  private static final int MORE_CALLS_THAN_A_STORY_MAKES = 400;

  private final TestBlocks mint = TestBlocks.byWork(41);
  private final MutableClock clock = MutableClock.at(Instant.ofEpochSecond(TestBlocks.NOW));
  private final List<List<DposBlock>> story = story();

  @Test
  void noCrashLosesOrRepeatsABlock() {
    int crashes = 0;
    for (int at = 0; at < MORE_CALLS_THAN_A_STORY_MAKES; at++) {
      for (boolean after : new boolean[] {false, true}) {
        HeaderStore store = new InMemoryHeaderStore();
        store.begin(mint.origin());
        if (!crashes(store, at, after)) {
          assertThat(crashes).isGreaterThan(40);
          return;
        }
        crashes++;
        tell(store);
        assertWhole(store);
      }
    }
    throw new AssertionError("the story made more calls than expected");
  }

  /// A branch, then one with more work, then more of it.
  private List<List<DposBlock>> story() {
    List<DposBlock> first = mint.chain(mint.root(), 4);
    List<DposBlock> second = mint.chain(TestBlocks.position(first.get(1)), 4);
    List<DposBlock> third = mint.chain(TestBlocks.position(second.getLast()), 3);
    List<List<DposBlock>> parts = new ArrayList<>();
    parts.add(first.subList(0, 2));
    parts.add(first.subList(2, 4));
    parts.add(second);
    parts.add(third);
    return parts;
  }

  private void tell(HeaderStore store) {
    BlockIntake intake =
        new BlockIntake(mint.network(), store, new ChainPolicy(10, 1, 2, Set.of()), clock);
    for (List<DposBlock> part : story) {
      assertThat(intake.take("node", part, Optional.empty()).failure()).isEmpty();
    }
  }

  private void assertWhole(HeaderStore store) {
    List<Hash256> expected = new ArrayList<>();
    story.getFirst().forEach(block -> expected.add(hash(block)));
    story.get(2).forEach(block -> expected.add(hash(block)));
    story.get(3).forEach(block -> expected.add(hash(block)));
    TreeMap<Long, Hash256> replayed = new TreeMap<>();
    long number = 0;
    for (ChainEvent event : store.eventsAfter(0, 1_000)) {
      assertThat(event.number()).isEqualTo(++number);
      if (event.joined()) {
        assertThat(replayed.put(event.height(), event.hash())).isNull();
      } else {
        assertThat(replayed.remove(event.height())).isEqualTo(event.hash());
      }
    }
    assertThat(replayed.values()).containsExactlyElementsOf(expected);
    assertThat(store.best().hash()).isEqualTo(expected.getLast());
  }

  private boolean crashes(HeaderStore store, int at, boolean after) {
    int[] calls = new int[1];
    HeaderStore failing =
        (HeaderStore)
            Proxy.newProxyInstance(
                HeaderStore.class.getClassLoader(),
                new Class<?>[] {HeaderStore.class},
                (_, method, arguments) -> {
                  boolean now = calls[0]++ == at;
                  if (now && !after) {
                    throw new Crash();
                  }
                  try {
                    Object result = method.invoke(store, arguments);
                    if (now) {
                      throw new Crash();
                    }
                    return result;
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    try {
      tell(failing);
      return false;
    } catch (Crash crash) {
      return true;
    }
  }

  private static Hash256 hash(DposBlock block) {
    return block.block().header().hash();
  }

  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Crash() {
      super("the process died here");
    }
  }
}
