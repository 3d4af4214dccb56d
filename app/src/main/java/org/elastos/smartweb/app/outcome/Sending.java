// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.outcome;

import java.time.Duration;
import java.util.Map;
import org.elastos.smartweb.chain.EvmSender;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.contracts.ContractErrors;

/// What a command makes of a sender's outcomes: the value, or a failure that says what to do.
public final class Sending {
  private Sending() {}

  /// The transaction that was sent.
  public static TxHash sent(EvmSender.SendOutcome outcome) {
    return switch (outcome) {
      case EvmSender.SendOutcome.Sent(TxHash transaction) -> transaction;
      case EvmSender.SendOutcome.Refused refused ->
          throw new CommandFailure(
              refused.code(),
              "the transaction was not sent, nothing was spent: " + refused.detail(),
              "correct what the contract objects to and try again",
              Map.of("contract", ContractErrors.describe(refused.revertData())));
    };
  }

  /// How a transaction ended, for good.
  public sealed interface Settled {
    /// It succeeded.
    record Done(TxReceipt receipt) implements Settled {}

    /// It took no effect: it reverted, or something else used up its nonce.
    record InVain(TxHash transaction, String code) implements Settled {}
  }

  /// The end of a transaction, from a final block.
  public static Settled settled(EvmSender sender, TxHash hash, Duration patience) {
    return switch (sender.settle(hash, patience)) {
      case EvmSender.SettleOutcome.Final(TxReceipt receipt) when receipt.succeeded() ->
          new Settled.Done(receipt);
      case EvmSender.SettleOutcome.Final(TxReceipt receipt) ->
          new Settled.InVain(receipt.transaction(), "transaction_reverted");
      case EvmSender.SettleOutcome.Displaced() -> new Settled.InVain(hash, "transaction_displaced");
      case EvmSender.SettleOutcome.Pending() ->
          throw new CommandFailure(
              "transaction_pending",
              "the transaction is not in a final block yet; it may still come",
              "run the same command again: it finds the transaction and sends no second one",
              Map.of("transaction", hash.toString()));
    };
  }

  /// Says that a transaction took no effect.
  public static CommandFailure failure(Settled.InVain vain) {
    return new CommandFailure(
        vain.code(),
        "the transaction took no effect, only its gas may be spent",
        "look at the transaction on the chain",
        Map.of("transaction", vain.transaction().toString()));
  }

  /// The receipt of a transaction that succeeded, from a block that may still vanish: enough for
  /// what is looked at again before anything is built on it.
  public static TxReceipt confirmed(EvmSender sender, TxHash hash, Duration patience) {
    return switch (sender.confirm(hash, patience)) {
      case EvmSender.ConfirmOutcome.Included(TxReceipt receipt) when receipt.succeeded() -> receipt;
      case EvmSender.ConfirmOutcome.Included(TxReceipt receipt) ->
          throw new CommandFailure(
              "transaction_reverted",
              "the transaction was included but reverted; only its gas was spent",
              "look at the transaction on the chain and try again",
              Map.of("transaction", hash.toString(), "block", receipt.block().number()));
      case EvmSender.ConfirmOutcome.Pending() ->
          throw new CommandFailure(
              "transaction_pending",
              "the transaction is not in a block yet; it may still come",
              "run the same command again: it finds the transaction and sends no second one",
              Map.of("transaction", hash.toString()));
    };
  }
}
