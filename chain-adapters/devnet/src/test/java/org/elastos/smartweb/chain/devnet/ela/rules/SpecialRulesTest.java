// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.elastos.smartweb.chain.ela.tx.ConsensusPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxType;
import org.junit.jupiter.api.Test;

/// Going over to blocks without confirm, in both modes, as the real node reads it.
class SpecialRulesTest {
  private static final long LONG = 12 * 3600;
  private static final int NO_BLOCK = 0;
  private static final int NO_PRODUCERS = 1;
  private static final int NO_COUNCIL_NODE = 2;
  private static final int UNKNOWN = 9;

  private final SpecialRules rules = new SpecialRules(DevRules.standard());
  private final Consensus confirming = Consensus.starting(new Arbiters(0, List.of(), List.of()));
  private final Consensus returning = confirming.workOnly(20).resuming(30);

  @Test
  void silenceMustBeLongInBothModesAndCancelsAReturn() {
    assertThat(leave(NO_BLOCK, LONG - 1, confirming)).isFalse();
    assertThat(leave(NO_BLOCK, LONG, confirming)).isTrue();
    assertThat(leave(NO_BLOCK, LONG - 1, returning)).isFalse();
    assertThat(leave(NO_BLOCK, LONG, returning)).isTrue();
  }

  @Test
  void theOtherReasonsHoldOnlyWhereArbitersConfirm() {
    for (int reason : List.of(NO_PRODUCERS, NO_COUNCIL_NODE)) {
      assertThat(leave(reason, 0, confirming)).isTrue();
      assertThat(leave(reason, LONG, returning)).isFalse();
    }
  }

  @Test
  void anUnknownReasonHasNoCondition() {
    assertThat(leave(UNKNOWN, 0, confirming)).isTrue();
    assertThat(leave(UNKNOWN, 0, returning)).isTrue();
  }

  /// Whether it holds; then blocks go without confirm from here on, and no return is under way.
  private boolean leave(int reason, long silence, Consensus before) {
    ElaTransaction tx =
        new ElaTransaction(
            ElaTransaction.VERSION_9,
            TxType.REVERT_TO_POW,
            0,
            new ConsensusPayload.RevertToPow(reason, 35),
            List.of(),
            List.of(),
            List.of(),
            0,
            List.of());
    if (rules.step(tx, new SpecialRules.Place(35, silence), before)
        instanceof SpecialRules.Step.Next(Consensus after)) {
      assertThat(after.byWork()).isTrue();
      assertThat(after.resumesAfter()).isZero();
      return true;
    }
    return false;
  }
}
