// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.deploy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Readings;
import org.elastos.smartweb.app.outcome.Sending;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.EvmSender;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.chain.evm.DeploymentPlan;

/// Puts a blueprint's contracts on a chain, once: the sender's ids make a second run find what the
/// first one sent, whenever that one ended. Where the chain has the common creator, the addresses
/// follow from the code alone and what somebody else put there is found too; else they follow from
/// the sender's account. Thread-safe if the sender is.
public final class Deployer {
  /// Where one contract stands.
  ///
  /// @param transaction what made it; empty when it stood there before
  public record Placed(EvmAddress address, Optional<TxHash> transaction, long block) {}

  private static final int MOST_AGAIN = 10;
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final EvmChain chain;
  private final EvmSender sender;
  private final Duration patience;

  /// @param patience how long to wait for each transaction
  public Deployer(EvmChain chain, EvmSender sender, Duration patience) {
    this.chain = chain;
    this.sender = sender;
    this.patience = patience;
  }

  private record Sent(EvmAddress address, Optional<TxHash> transaction) {}

  /// Sends what was not sent, all in one go, and waits until every contract stands in a block.
  ///
  /// @return by the parts' names, in their order
  public Map<String, Placed> apply(Blueprint blueprint) {
    DeploymentPlan plan = blueprint.plan();
    BlockRef newest = Readings.required(chain.heads().map(Heads::newest));
    if (!stands(DeploymentPlan.COMMON_CREATOR, newest)) {
      return applyByAccount(plan.steps());
    }
    Map<String, Sent> sent = new LinkedHashMap<>();
    for (DeploymentPlan.Step step : plan.steps()) {
      sent.put(step.contract().name(), sent(step, newest));
    }
    Map<String, Placed> placed = new LinkedHashMap<>();
    sent.forEach((name, one) -> placed.put(name, placed(one, newest)));
    return placed;
  }

  /// Known from an earlier run, standing there by somebody else's hand, or sent now.
  private Sent sent(DeploymentPlan.Step step, BlockRef newest) {
    EvmSender.SendOutcome outcome = send(step.id(), step.transaction());
    if (outcome instanceof EvmSender.SendOutcome.Refused && stands(step.address(), newest)) {
      return new Sent(step.address(), Optional.empty());
    }
    return new Sent(step.address(), Optional.of(Sending.sent(outcome)));
  }

  /// Asks again when the sources were caught between two blocks: a transaction sent just before
  /// came in while they were asked. Nothing was sent then, and the id stays the same.
  private EvmSender.SendOutcome send(String id, EvmTransaction transaction) {
    EvmSender.SendOutcome outcome = sender.send(id, transaction);
    for (int again = 0; again < MOST_AGAIN && betweenBlocks(outcome); again++) {
      LockSupport.parkNanos(PAUSE.toNanos());
      outcome = sender.send(id, transaction);
    }
    return outcome;
  }

  private static boolean betweenBlocks(EvmSender.SendOutcome outcome) {
    return outcome instanceof EvmSender.SendOutcome.Refused refused
        && refused.code().equals(Reading.Code.SOURCES_DISAGREE.text());
  }

  private Placed placed(Sent sent, BlockRef newest) {
    long block =
        sent.transaction
            .map(hash -> Sending.confirmed(sender, hash, patience).block().number())
            .orElse(newest.number());
    return new Placed(sent.address, sent.transaction, block);
  }

  private Map<String, Placed> applyByAccount(List<DeploymentPlan.Step> steps) {
    Map<String, TxHash> sent = new LinkedHashMap<>();
    for (DeploymentPlan.Step step : steps) {
      EvmTransaction creation = EvmTransaction.create(step.contract().initCode());
      sent.put(
          step.contract().name(), Sending.sent(sender.send("by-account/" + step.id(), creation)));
    }
    Map<String, Placed> placed = new LinkedHashMap<>();
    sent.forEach((name, hash) -> placed.put(name, created(hash)));
    return placed;
  }

  private Placed created(TxHash hash) {
    TxReceipt receipt = Sending.confirmed(sender, hash, patience);
    EvmAddress address =
        receipt
            .created()
            .orElseThrow(() ->
                new CommandFailure(
                    "deployment_failed",
                    "a contract was not created",
                    "look at the transaction on the chain",
                    Map.of("transaction", hash.toString())));
    return new Placed(address, Optional.of(hash), receipt.block().number());
  }

  private boolean stands(EvmAddress address, BlockRef at) {
    Bytes code = Readings.required(chain.code(address, at));
    return code.size() > 0;
  }
}
