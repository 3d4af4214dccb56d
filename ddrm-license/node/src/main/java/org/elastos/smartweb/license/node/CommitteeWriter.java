// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmCall;
import org.elastos.smartweb.chain.EvmSender;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.contracts.ContractErrors;
import org.elastos.smartweb.contracts.abi.ContractCall;
import org.elastos.smartweb.crypto.Sha256;

/// Puts the node's messages on the board. A message that holds a random proof is made once while
/// the process runs; after a restart it may be made anew, and the board takes only the first. The
/// id in the outbox names the content, so one id never stands for two messages. Not thread-safe.
final class CommitteeWriter {
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  /// Whoever comes last starts the ceremony or stores the published values, at 200 gas a byte.
  private static final long GAS_OF_THE_LAST = 300_000;

  private static final long GAS_OF_A_BYTE = 230;

  private final EvmSender sender;
  private final EvmAddress contract;
  private final Map<String, ContractCall> made = new HashMap<>();

  CommitteeWriter(EvmSender sender, EvmAddress contract) {
    this.sender = sender;
    this.contract = contract;
  }

  /// The operator's account.
  EvmAddress account() {
    return sender.account();
  }

  /// Sends the message of this name and waits a while for its block; what came of it, in words.
  String send(String name, Supplier<ContractCall> message) {
    EvmCall call = made.computeIfAbsent(name, _ -> message.get()).on(contract);
    String id = contract + "/" + name + "/" + Sha256.of(call.data().bytes()).hex();
    return switch (sender.send(id, transaction(call))) {
      case EvmSender.SendOutcome.Sent(TxHash transaction) -> name + await(transaction);
      case EvmSender.SendOutcome.Refused refused ->
          "%s not sent: %s %s"
              .formatted(name, refused.code(), ContractErrors.describe(refused.revertData()));
    };
  }

  private static EvmTransaction transaction(EvmCall call) {
    return EvmTransaction.call(call)
        .withGasReserve(GAS_OF_THE_LAST + GAS_OF_A_BYTE * call.data().size());
  }

  private String await(TxHash transaction) {
    return switch (sender.confirm(transaction, PATIENCE)) {
      case EvmSender.ConfirmOutcome.Included included ->
          included.receipt().succeeded() ? " is on the board" : " was reverted";
      case EvmSender.ConfirmOutcome.Pending() -> " is pending";
    };
  }
}
