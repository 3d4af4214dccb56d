// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.deploy;

import java.time.Duration;
import java.util.LinkedHashMap;
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

/// Puts a blueprint's contracts on a chain, once, and answers from final blocks: the sender's ids
/// make a second run find what the first one sent, whenever that one ended. Where the chain has the
/// common creator, the addresses follow from the code alone and what somebody else put there is
/// found too; else they follow from the sender's account. Thread-safe if the sender is.
public final class Deployer {
  /// Where one contract stands.
  ///
  /// @param transaction what made it; empty when somebody else put it there
  public record Placed(EvmAddress address, Optional<TxHash> transaction, long block) {}

  private static final int MOST_AGAIN = 10;
  private static final int MOST_ATTEMPTS = 8;
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final EvmChain chain;
  private final EvmSender sender;
  private final Duration patience;

  /// @param patience how long to wait until each transaction is final
  public Deployer(EvmChain chain, EvmSender sender, Duration patience) {
    this.chain = chain;
    this.sender = sender;
    this.patience = patience;
  }

  /// What is sent for one contract.
  ///
  /// @param address where it will stand; empty where that follows from the account's nonce
  private record Site(String id, EvmTransaction transaction, Optional<EvmAddress> address) {
    /// A transaction that took no effect keeps its id for ever: the next has an id of its own.
    String id(int attempt) {
      return attempt == 1 ? id : id + "/" + attempt;
    }
  }

  /// Sends what was not sent, all in one go, and waits until every contract stands in a final
  /// block.
  ///
  /// @return by the parts' names, in their order
  public Map<String, Placed> apply(Blueprint blueprint) {
    BlockRef newest = heads().newest();
    boolean common = stands(DeploymentPlan.COMMON_CREATOR, newest);
    Map<String, Site> sites = new LinkedHashMap<>();
    Map<String, Optional<TxHash>> sent = new LinkedHashMap<>();
    for (DeploymentPlan.Step step : blueprint.plan().steps()) {
      Site site = common ? commonly(step) : byAccount(step);
      sites.put(step.contract().name(), site);
      sent.put(step.contract().name(), sent(site, 1));
    }
    Map<String, Placed> placed = new LinkedHashMap<>();
    sites.forEach(
        (name, site) -> placed.put(name, placed(site, sent.getOrDefault(name, Optional.empty()))));
    return placed;
  }

  private static Site commonly(DeploymentPlan.Step step) {
    return new Site(step.id(), step.transaction(), Optional.of(step.address()));
  }

  private static Site byAccount(DeploymentPlan.Step step) {
    EvmTransaction creation = EvmTransaction.create(step.contract().initCode());
    return new Site("by-account/" + step.id(), creation, Optional.empty());
  }

  /// Known from an earlier run, or sent now. The sender tries a new one out at the newest block
  /// before anything is spent, and the creator makes nothing where something stands.
  ///
  /// @return empty if it stands there by somebody else's hand
  private Optional<TxHash> sent(Site site, int attempt) {
    EvmSender.SendOutcome outcome = send(site.id(attempt), site.transaction);
    if (outcome instanceof EvmSender.SendOutcome.Refused && stands(site, heads().newest())) {
      return Optional.empty();
    }
    return Optional.of(Sending.sent(outcome));
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

  /// Waits for the end of a transaction. One that took no effect, in this run or an earlier one, is
  /// followed by another, unless somebody else was faster with the same contract.
  private Placed placed(Site site, Optional<TxHash> first) {
    Optional<TxHash> sent = first;
    for (int attempt = 1; sent.isPresent(); attempt++) {
      TxHash hash = sent.get();
      Sending.Settled end = Sending.settled(sender, hash, patience);
      if (end instanceof Sending.Settled.Done(TxReceipt receipt)) {
        return placed(site, receipt);
      }
      if (stands(site, heads().newest())) {
        break;
      }
      if (attempt == MOST_ATTEMPTS) {
        throw Sending.failure((Sending.Settled.InVain) end);
      }
      sent = sent(site, attempt + 1);
    }
    return found(site.address.orElseThrow());
  }

  private static Placed placed(Site site, TxReceipt receipt) {
    EvmAddress address =
        site.address
            .or(receipt::created)
            .orElseThrow(() ->
                new CommandFailure(
                    "deployment_failed",
                    "a contract was not created",
                    "look at the transaction on the chain",
                    Map.of("transaction", receipt.transaction().toString())));
    return new Placed(address, Optional.of(receipt.transaction()), receipt.block().number());
  }

  /// Waits until what somebody else put there stands in the final block.
  private Placed found(EvmAddress address) {
    for (long left = patience.dividedBy(PAUSE); left >= 0; left--) {
      BlockRef last = heads().finalized();
      if (stands(address, last)) {
        return new Placed(address, Optional.empty(), last.number());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new CommandFailure(
        "not_final",
        "somebody else put the contract there, in a block that is not final yet",
        "run the same command again later",
        Map.of("address", address.toString()));
  }

  private Heads heads() {
    return Readings.required(chain.heads());
  }

  private boolean stands(Site site, BlockRef at) {
    return site.address.filter(address -> stands(address, at)).isPresent();
  }

  private boolean stands(EvmAddress address, BlockRef at) {
    Bytes code = Readings.required(chain.code(address, at));
    return code.size() > 0;
  }
}
