// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmSender.SettleOutcome;
import org.junit.jupiter.api.Test;

/// What a deployment makes of transactions that do not end as they should.
class DeployerTest {
  private static final Blueprint WHOLE = Blueprint.of(new ChainId(8453), Optional.empty(), false);
  private static final Blueprint FACTORY =
      new Blueprint(WHOLE.chain(), List.of(WHOLE.parts().getLast()), Optional.empty());
  private static final EvmAddress PLACE = FACTORY.plan().address(Blueprint.FACTORY);
  private static final String ID = FACTORY.plan().steps().getFirst().id();

  private final ScriptedChain chain = new ScriptedChain(FACTORY.chain());

  private Deployer.Placed deploy() {
    return new Deployer(chain, chain.sender(), Duration.ofSeconds(5))
        .apply(FACTORY)
        .getOrDefault(
            Blueprint.FACTORY, new Deployer.Placed(EvmAddress.ZERO, Optional.empty(), -1));
  }

  @Test
  void answersWithTheFinalReceipt() {
    chain.ends(ID, new SettleOutcome.Final(chain.receipt(7, true)));
    assertThat(deploy())
        .isEqualTo(
            new Deployer.Placed(PLACE, Optional.of(chain.receipt(7, true).transaction()), 7));
  }

  @Test
  void saysPendingWhileTheBlockIsNotFinal() {
    chain.ends(ID, new SettleOutcome.Pending());
    assertThatThrownBy(this::deploy)
        .isInstanceOfSatisfying(
            CommandFailure.class, e -> assertThat(e.code()).isEqualTo("transaction_pending"));
  }

  @Test
  void findsWhatSomebodyElsePutThereWhileOurTransactionWasOnItsWay() {
    chain.ends(ID, new SettleOutcome.Final(chain.receipt(7, false)), PLACE);
    Deployer.Placed placed = deploy();
    assertThat(placed.address()).isEqualTo(PLACE);
    assertThat(placed.transaction()).isEmpty();
    assertThat(chain.sent()).containsExactly(ID);
  }

  @Test
  void triesAgainUnderANewIdWhereARevertedOrDisplacedTransactionLeftNothing() {
    chain.ends(ID, new SettleOutcome.Final(chain.receipt(7, false)));
    chain.ends(ID + "/2", new SettleOutcome.Displaced());
    chain.ends(ID + "/3", new SettleOutcome.Final(chain.receipt(9, true)));
    assertThat(deploy().block()).isEqualTo(9);
    assertThat(chain.sent()).isEqualTo(List.of(ID, ID + "/2", ID + "/3"));
  }

  @Test
  void givesUpAfterSomeAttemptsAndSaysWhy() {
    for (String id : List.of(ID, "2", "3", "4", "5", "6", "7", "8")) {
      chain.ends(
          id.equals(ID) ? ID : ID + "/" + id, new SettleOutcome.Final(chain.receipt(7, false)));
    }
    assertThatThrownBy(this::deploy)
        .isInstanceOfSatisfying(
            CommandFailure.class, e -> assertThat(e.code()).isEqualTo("transaction_reverted"));
    assertThat(chain.sent()).hasSize(8);
  }

  @Test
  void sendsNothingWhereTheSameContractStands() {
    chain.stands(PLACE);
    assertThat(deploy().transaction()).isEmpty();
    assertThat(chain.ended()).isEqualTo(Map.of());
  }
}
