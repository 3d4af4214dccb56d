// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.Program;
import org.elastos.smartweb.chain.ela.tx.SideChainPayload;

/// Who may spend what is locked for side chains, in three periods: at first the transaction's type
/// decides, so that anything but a withdrawal passes with any arbiter script that is signed by its
/// own keys (the gap that was used in July 2026, kept so that a watcher can be tested); then
/// nothing may; then only withdrawals and refunds by the council.
final class LockedOutputs {
  private final DevRules rules;

  LockedOutputs(DevRules rules) {
    this.rules = rules;
  }

  Optional<Flaw> check(TransactionRules.Spend spend, TransactionRules.Place at) {
    if (spend.owners().stream().noneMatch(LockedOutputs::isLocked)) {
      return Optional.empty();
    }
    DevRules.CrossChain heights = rules.crossChain();
    boolean withdrawal = spend.transaction().payload() instanceof SideChainPayload.WithdrawV1;
    if (at.height() >= heights.restrictedFrom() && at.height() >= heights.frozenFrom()) {
      boolean refund = spend.transaction().payload() instanceof SideChainPayload.ReturnDepositV0;
      return Flaw.when(!withdrawal && !refund, "x_spend_type", spend.transaction().type())
          .or(() -> checkCouncil(spend, at));
    }
    if (at.height() >= heights.frozenFrom()) {
      return Flaw.of("x_spend_frozen", at.height());
    }
    return withdrawal ? checkCouncil(spend, at) : Optional.empty();
  }

  private Optional<Flaw> checkCouncil(TransactionRules.Spend spend, TransactionRules.Place at) {
    if (!spend.owners().stream().allMatch(LockedOutputs::isLocked)) {
      return Flaw.of("x_spend_mixed", "an input of another kind");
    }
    Set<Bytes> council = new HashSet<>(at.consensus().current().council());
    ElaTransaction tx = spend.transaction();
    for (Program program : tx.programs()) {
      boolean theirs =
          Script.read(program.code())
              .filter(Script.Multi.class::isInstance)
              .map(Script.Multi.class::cast)
              .filter(multi -> multi.end() == Script.ARBITER_END)
              .filter(multi -> multi.needed() >= rules.bpos().agreement())
              .filter(multi -> new HashSet<>(multi.keys()).equals(council))
              .isPresent();
      if (!theirs) {
        return Flaw.of("x_spend_arbiters", program.code());
      }
    }
    return Optional.empty();
  }

  private static boolean isLocked(ProgramHash owner) {
    return owner.prefix() == Script.CROSS_CHAIN;
  }
}
