// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.address.ElaAddress;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.OutputPayload;
import org.elastos.smartweb.chain.ela.tx.SideChainPayload;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.elastos.smartweb.chain.ela.tx.TxType;

/// Deposits to side chains, withdrawals from them, and deposits given back. Stateless.
final class SideChainRules {
  private final DevRules rules;

  SideChainRules(DevRules rules) {
    this.rules = rules;
  }

  /// Only the payload versions in use, and nothing while blocks go without confirm.
  Optional<Flaw> checkType(ElaTransaction tx, TransactionRules.Place at) {
    if (!(tx.payload() instanceof SideChainPayload)) {
      return Optional.empty();
    }
    boolean inUse =
        tx.payload() instanceof SideChainPayload.DepositV1
            || tx.payload() instanceof SideChainPayload.WithdrawV1
            || tx.payload() instanceof SideChainPayload.ReturnDepositV0;
    return Flaw.when(!inUse, "payload_version", tx.payloadVersion())
        .or(() -> Flaw.when(tx.version() < ElaTransaction.VERSION_9, "version", tx.version()))
        .or(() -> Flaw.when(at.consensus().byWork(), "work_mode", tx.type()));
  }

  /// Whether outputs of this transaction type may say this.
  boolean knowsOutput(TxType type, OutputPayload payload) {
    return switch (payload) {
      case OutputPayload.CrossChain _ -> type == TxType.TRANSFER_CROSS_CHAIN_ASSET;
      case OutputPayload.Withdrawal _ -> type == TxType.WITHDRAW_FROM_SIDE_CHAIN;
      case OutputPayload.ReturnedDeposit _ -> type == TxType.RETURN_SIDE_CHAIN_DEPOSIT_COIN;
      default -> false;
    };
  }

  Optional<Flaw> check(TransactionRules.Spend spend, TransactionRules.Place at) {
    ElaTransaction tx = spend.transaction();
    return switch (tx.payload()) {
      case SideChainPayload.DepositV1 _ -> checkDeposit(tx);
      case SideChainPayload.WithdrawV1 _ -> checkWithdrawal(tx, at.coins());
      case SideChainPayload.ReturnDepositV0 _ -> checkRefund(tx, at.coins());
      default -> Optional.empty();
    };
  }

  private Optional<Flaw> checkDeposit(ElaTransaction tx) {
    boolean any = false;
    for (TxOutput output : tx.outputs()) {
      if (!(output.payload() instanceof OutputPayload.CrossChain deposit)) {
        continue;
      }
      any = true;
      if (output.programHash().prefix() != Script.CROSS_CHAIN) {
        return Flaw.of("deposit_owner", output.programHash());
      }
      long target = deposit.targetAmount().units();
      long spare = output.value().units() - target;
      if (target < 0 || spare < rules.crossChain().depositFee().units()) {
        return Flaw.of("deposit_fee", spare);
      }
    }
    return Flaw.when(!any, "deposit_target", "no output names a target");
  }

  private static Optional<Flaw> checkWithdrawal(ElaTransaction tx, Coins coins) {
    List<Hash256> paid = withdrawals(tx);
    for (Hash256 each : paid) {
      if (coins.withdrawn(each)) {
        return Flaw.of("withdrawn_before", each);
      }
    }
    return Flaw.when(paid.isEmpty(), "withdrawal_target", "no output names a withdrawal");
  }

  private Optional<Flaw> checkRefund(ElaTransaction tx, Coins coins) {
    Set<Hash256> seen = new HashSet<>();
    for (TxOutput output : tx.outputs()) {
      if (!(output.payload() instanceof OutputPayload.ReturnedDeposit refund)) {
        continue;
      }
      Hash256 id = refund.deposit();
      if (!seen.add(id) || coins.refunded(id)) {
        return Flaw.of("refunded_before", id);
      }
      Optional<ElaTransaction> deposit = coins.transaction(id);
      if (deposit.isEmpty() || !(deposit.get().payload() instanceof SideChainPayload.DepositV1)) {
        return Flaw.of("refund_deposit", id);
      }
      if (!payer(deposit.get(), coins).equals(Optional.of(output.programHash()))) {
        return Flaw.of("refund_owner", output.programHash());
      }
      long due = deposited(deposit.get(), refund) - rules.crossChain().refundFee().units();
      if (output.value().units() != due) {
        return Flaw.of("refund_amount", due);
      }
    }
    return Flaw.when(seen.isEmpty(), "refund_deposit", "no output names a deposit");
  }

  /// The side chain transactions that a withdrawal pays; one may be named by several outputs.
  static List<Hash256> withdrawals(ElaTransaction tx) {
    return tx.outputs().stream()
        .map(TxOutput::payload)
        .filter(OutputPayload.Withdrawal.class::isInstance)
        .map(payload -> ((OutputPayload.Withdrawal) payload).sideTransaction())
        .toList();
  }

  private static Optional<ProgramHash> payer(ElaTransaction deposit, Coins coins) {
    TxInput first = deposit.inputs().getFirst();
    return coins
        .transaction(first.previous())
        .filter(tx -> first.index() < tx.outputs().size())
        .map(tx -> tx.outputs().get(first.index()).programHash());
  }

  private static long deposited(ElaTransaction deposit, OutputPayload.ReturnedDeposit refund) {
    String text = new String(refund.genesisBlockAddress().bytes(), StandardCharsets.ISO_8859_1);
    if (!(ElaAddress.read(text) instanceof Decoded.Value<ElaAddress>(ElaAddress address))) {
      return 0;
    }
    return deposit.outputs().stream()
        .filter(output -> output.payload() instanceof OutputPayload.CrossChain)
        .filter(output -> output.programHash().equals(address.programHash()))
        .mapToLong(output -> output.value().units())
        .sum();
  }
}
