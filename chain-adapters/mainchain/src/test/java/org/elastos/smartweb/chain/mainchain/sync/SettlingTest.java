// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.TestBlocks;
import org.elastos.smartweb.chain.mainchain.store.InMemoryHeaderStore;
import org.elastos.smartweb.chain.mainchain.sync.Settling.Outcome;
import org.elastos.smartweb.chain.mainchain.sync.Settling.Reason;
import org.elastos.smartweb.testkit.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Only people end a contest, either way.
class SettlingTest {
  private final HeaderStore store = new InMemoryHeaderStore();
  private final TestBlocks mint = TestBlocks.confirmed(51);
  private final List<DposBlock> chain = mint.chain(mint.root(), 8);
  private final List<DposBlock> rival = mint.chain(TestBlocks.position(chain.get(3)), 3);
  private final Settling settling = new Settling(store);
  private BlockIntake intake;

  @BeforeEach
  void begin() {
    store.begin(mint.origin());
    intake =
        new BlockIntake(
            mint.network(),
            store,
            new ChainPolicy(10, 2, 5, Set.of()),
            MutableClock.at(Instant.ofEpochSecond(TestBlocks.NOW)));
    intake.take("honest", chain, Optional.empty());
  }

  private void contest() {
    intake.take("other", rival, Optional.empty());
    assertThat(store.contest()).isPresent();
    assertThat(store.finalHeight()).isEqualTo(6);
  }

  @Test
  void needsAContest() {
    assertThat(settling.keep()).isEqualTo(new Outcome.Refused(Reason.NO_CONTEST));
    assertThat(settling.adopt(Optional.empty())).isEqualTo(new Outcome.Refused(Reason.NO_CONTEST));
    assertThat(Reason.NO_CONTEST.code()).isEqualTo("no_contest");
  }

  @Test
  void keepsTheChainAndShutsTheWholeBranchOut() {
    contest();
    assertThat(settling.keep()).isEqualTo(new Outcome.Kept(hash(rival.getFirst())));
    assertThat(store.contest()).isEmpty();
    assertThat(store.best().hash()).isEqualTo(hash(chain.getLast()));
    assertThat(store.rejectedAmong(Set.of(hash(rival.getLast())))).hasSize(1);
    intake.take("honest", mint.chain(TestBlocks.position(chain.getLast()), 2), Optional.empty());
    assertThat(store.finalHeight()).as("finality goes on").isEqualTo(8);
  }

  @Test
  void adoptsTheOtherBranchAndGoesOnFromThere() {
    contest();
    assertThat(settling.adopt(Optional.empty()))
        .isEqualTo(new Outcome.Adopted(4, 4, hash(rival.getLast()), 4));
    assertThat(store.best().hash()).isEqualTo(hash(rival.getLast()));
    assertThat(store.finalHeight()).as("the only thing that lowers it").isEqualTo(4);
    List<DposBlock> more = mint.chain(TestBlocks.position(rival.getLast()), 3);
    assertThat(intake.take("other", more, Optional.empty()).failure()).isEmpty();
    assertThat(store.best().height()).isEqualTo(10);
    assertThat(store.finalHeight()).isEqualTo(8);
    assertThat(
            intake
                .take(
                    "honest", mint.chain(TestBlocks.position(chain.getLast()), 1), Optional.empty())
                .failure()
                .orElseThrow()
                .code()
                .text())
        .isEqualTo("source_contradicts_final");
  }

  @Test
  void adoptsABlockWithinTheBranch() {
    contest();
    assertThat(settling.adopt(Optional.of(hash(rival.getFirst()))))
        .isEqualTo(new Outcome.Adopted(4, 4, hash(rival.getFirst()), 4));
    assertThat(store.best().height()).isEqualTo(5);
  }

  @Test
  void refusesBlocksThatCannotBeAdopted() {
    contest();
    Hash256 stranger = Hash256.fromHex("77".repeat(32));
    assertThat(settling.adopt(Optional.of(stranger)))
        .isEqualTo(new Outcome.Refused(Reason.BRANCH_UNKNOWN));
    assertThat(settling.adopt(Optional.of(hash(chain.get(2)))))
        .isEqualTo(new Outcome.Refused(Reason.BRANCH_IS_BEST));
    settling.keep();
    intake.take("third", mint.chain(TestBlocks.position(chain.get(3)), 1), Optional.empty());
    assertThat(settling.adopt(Optional.of(hash(rival.getLast()))))
        .isEqualTo(new Outcome.Refused(Reason.BRANCH_REJECTED));
  }

  private static Hash256 hash(DposBlock block) {
    return block.block().header().hash();
  }
}
