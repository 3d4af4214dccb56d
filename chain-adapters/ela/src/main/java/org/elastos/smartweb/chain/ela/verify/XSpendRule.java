// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.Program;
import org.elastos.smartweb.chain.ela.tx.SideChainPayload;

/// Who may spend what is locked for side chains (docs/spec/mainchain.md, "Locked outputs"). The
/// asset decides, never the transaction's type: whatever spends an X output must be a withdrawal or
/// a refund, by the council in force, at every height. It is a rule of ours that is at least as
/// strict as the chain's; a spend that breaks it is an alarm, whatever the chain says. Total.
/// Immutable.
public final class XSpendRule {
  /// The first byte of the program hash of a cross-chain address.
  public static final int CROSS_CHAIN_PREFIX = 0x4b;

  private final ElaNetwork.CrossChainRules rules;

  /// The rule of one network.
  public XSpendRule(ElaNetwork network) {
    this.rules = network.crossChain();
  }

  /// Whether what is paid there is locked for a side chain.
  public static boolean locks(ProgramHash owner) {
    return owner.prefix() == CROSS_CHAIN_PREFIX;
  }

  /// A transaction in a block, with what its inputs spend.
  ///
  /// @param owners the program hash of each spent output, in the order of the inputs
  public record Spend(ElaTransaction transaction, List<ProgramHash> owners, long height) {
    /// Keeps a copy.
    public Spend {
      owners = List.copyOf(owners);
    }
  }

  /// Whether the transaction may spend what it spends. One that spends nothing locked may.
  ///
  /// @param below the state after the block below
  public Verdict check(Spend spend, ConsensusState below) {
    if (spend.owners.size() != spend.transaction.inputs().size()) {
      return Verdict.differs(
          Rule.X_SPEND_INPUTS_UNKNOWN, spend.transaction.inputs().size(), spend.owners.size());
    }
    if (spend.owners.stream().noneMatch(XSpendRule::locks)) {
      return Verdict.valid();
    }
    Verdict shape = checkShape(spend);
    return shape.holds() ? checkWitness(spend, below.forBlock(spend.height)) : shape;
  }

  private Verdict checkShape(Spend spend) {
    if (spend.height >= rules.frozenFrom() && spend.height < rules.restrictedFrom()) {
      return Verdict.invalid(Rule.X_SPEND_FROZEN, "height", spend.height);
    }
    ElaTransaction tx = spend.transaction;
    boolean spends =
        switch (tx.payload()) {
          case SideChainPayload.WithdrawV0 _,
              SideChainPayload.WithdrawV1 _,
              SideChainPayload.ReturnDepositV0 _ ->
              true;
          default -> false;
        };
    if (!spends) {
      boolean type =
          tx.payload() instanceof SideChainPayload.Withdraw
              || tx.payload() instanceof SideChainPayload.ReturnDeposit;
      return type
          ? Verdict.invalid(Rule.X_SPEND_PAYLOAD_VERSION, "version", tx.payloadVersion())
          : Verdict.invalid(Rule.X_SPEND_TYPE, "type", tx.type());
    }
    return spend.owners.stream().allMatch(XSpendRule::locks)
        ? Verdict.valid()
        : Verdict.invalid(Rule.X_SPEND_MIXED_INPUTS);
  }

  private Verdict checkWitness(Spend spend, ConsensusState state) {
    if (state.mode() == ConsensusState.Mode.WORK) {
      return Verdict.invalid(Rule.X_SPEND_IN_WORK_MODE, "height", spend.height);
    }
    Set<Bytes> council = state.arbiters().map(ArbiterSet::councillors).orElse(Set.of());
    if (council.isEmpty()) {
      return Verdict.invalid(Rule.X_SPEND_ARBITERS_UNKNOWN, "height", spend.height);
    }
    if (spend.transaction.programs().isEmpty()) {
      return Verdict.invalid(Rule.X_SPEND_WITNESS);
    }
    Bytes signed = spend.transaction.unsigned();
    for (Program program : spend.transaction.programs()) {
      Verdict verdict = checkProgram(program, signed, council);
      if (!verdict.holds()) {
        return verdict;
      }
    }
    return Verdict.valid();
  }

  private Verdict checkProgram(Program program, Bytes signed, Set<Bytes> council) {
    Optional<ArbiterWitness> read = ArbiterWitness.read(program, ArbiterWitness.CROSS_CHAIN);
    if (read.isEmpty()) {
      return Verdict.invalid(Rule.X_SPEND_WITNESS);
    }
    ArbiterWitness witness = read.get();
    if (witness.keys().size() != council.size() || !witness.signers().equals(council)) {
      return Verdict.differs(
          Rule.X_SPEND_ARBITERS, council.size() + " of the council", witness.keys().size());
    }
    if (witness.needed() < rules.agreement()) {
      return Verdict.differs(
          Rule.X_SPEND_TOO_FEW, "at least " + rules.agreement(), witness.needed());
    }
    return witness
        .flaw(signed, rules.agreement())
        .map(flaw -> (Verdict) Verdict.invalid(ruleOf(flaw)))
        .orElse(Verdict.valid());
  }

  private static Rule ruleOf(ArbiterWitness.Flaw flaw) {
    return switch (flaw) {
      case SIGNATURE -> Rule.X_SPEND_SIGNATURE;
      case TOO_FEW -> Rule.X_SPEND_TOO_FEW;
    };
  }
}
