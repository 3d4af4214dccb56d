// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.stack;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmSender;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.contracts.abi.ContractCreation;
import org.elastos.smartweb.contracts.generated.ChannelFactoryCalls;
import org.elastos.smartweb.contracts.generated.DevUsdCalls;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;

/// Puts the contracts on the development chain, once: the sender's ids make a second run find what
/// the first one sent. Thread-safe if the sender is.
final class Deployment {
  /// Where the contracts stand, and the first block that any of them could speak in.
  record Deployed(EvmAddress usd, EvmAddress factory, EvmAddress committee, long fromBlock) {}

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// Blocks that each phase of the key generation may take; commit and reveal close early once
  /// everybody posted.
  private static final long COMMIT_BLOCKS = 60;

  private static final long REVEAL_BLOCKS = 60;
  private static final long COMPLAINT_BLOCKS = 2;
  private static final long CONFIRM_BLOCKS = 600;

  private final EvmSender sender;

  Deployment(EvmSender sender) {
    this.sender = sender;
  }

  /// The sender that deploys.
  EvmSender sender() {
    return sender;
  }

  /// Deploys what is not deployed, all in one go.
  ///
  /// @param operators the licence nodes' wallets, in the order of their indices
  Deployed deploy(List<EvmAddress> operators, int threshold) {
    TxHash usd = send("deploy/usd", new DevUsdCalls.Deploy());
    TxHash factory = send("deploy/factory", new ChannelFactoryCalls.Deploy());
    TxHash committee =
        send(
            "deploy/committee",
            new LicenseCommitteeCalls.Deploy(
                operators,
                threshold,
                COMMIT_BLOCKS,
                REVEAL_BLOCKS,
                COMPLAINT_BLOCKS,
                CONFIRM_BLOCKS));
    TxReceipt usdReceipt = confirmed(usd);
    return new Deployed(
        created(usdReceipt),
        created(confirmed(factory)),
        created(confirmed(committee)),
        usdReceipt.block().number());
  }

  /// Gives development money to an account.
  TxHash mint(EvmAddress usd, EvmAddress to, BigInteger units) {
    return Sending.sent(
        sender.send("mint/" + to, EvmTransaction.call(new DevUsdCalls.Mint(to, units).on(usd))));
  }

  private TxHash send(String id, ContractCreation creation) {
    return Sending.sent(sender.send(id, creation.transaction()));
  }

  private TxReceipt confirmed(TxHash hash) {
    return Sending.confirmed(sender, hash, PATIENCE);
  }

  private static EvmAddress created(TxReceipt receipt) {
    return receipt
        .created()
        .orElseThrow(() ->
            new CommandFailure(
                "deployment_failed",
                "a contract was not created",
                "look at the development chain's log",
                Map.of("transaction", receipt.transaction().toString())));
  }
}
