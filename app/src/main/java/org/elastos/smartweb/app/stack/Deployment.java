// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.stack;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.elastos.smartweb.app.deploy.Blueprint;
import org.elastos.smartweb.app.deploy.CommitteeTerms;
import org.elastos.smartweb.app.deploy.Deployer;
import org.elastos.smartweb.app.deploy.Deployer.Placed;
import org.elastos.smartweb.app.deploy.DeploymentCheck;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Readings;
import org.elastos.smartweb.app.outcome.Sending;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.EvmSender;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.evm.DeploymentPlan;
import org.elastos.smartweb.contracts.generated.DevUsdCalls;

/// Puts the contracts on the development chain, once, as `smartweb deploy` does on any chain.
/// Thread-safe if the sender is.
final class Deployment {
  /// Where the contracts stand.
  record Deployed(EvmAddress usd, EvmAddress factory, EvmAddress committee) {}

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// Blocks that each phase of the key generation may take; commit and reveal close early once
  /// everybody posted.
  private static final long COMMIT_BLOCKS = 60;

  private static final long REVEAL_BLOCKS = 60;
  private static final long COMPLAINT_BLOCKS = 2;
  private static final long CONFIRM_BLOCKS = 600;

  /// On a development chain nobody needs time to think a handover over.
  private static final long TIME_LOCK_SECONDS = 2;

  private static final long BOND_LOCK_SECONDS = 60;

  private final EvmChain chain;
  private final EvmSender sender;

  Deployment(EvmChain chain, EvmSender sender) {
    this.chain = chain;
    this.sender = sender;
  }

  /// The sender that deploys.
  EvmSender sender() {
    return sender;
  }

  /// Where the contracts will stand: their addresses follow from their code, so that services can
  /// start while the chain still makes them.
  ///
  /// @param operators the licence nodes' wallets, in the order of their indices
  Deployed planned(List<EvmAddress> operators, int threshold) {
    Map<String, EvmAddress> addresses =
        blueprint(operators, threshold).plan().steps().stream()
            .collect(
                Collectors.toMap(step -> step.contract().name(), DeploymentPlan.Step::address));
    return new Deployed(
        Objects.requireNonNull(addresses.get(Blueprint.USD)),
        Objects.requireNonNull(addresses.get(Blueprint.FACTORY)),
        Objects.requireNonNull(addresses.get(Blueprint.COMMITTEE)));
  }

  /// Deploys what is not deployed, all in one go, and checks the code that stands there.
  ///
  /// @param operators the licence nodes' wallets, in the order of their indices
  void deploy(List<EvmAddress> operators, int threshold) {
    Blueprint blueprint = blueprint(operators, threshold);
    Map<String, Placed> placed = new Deployer(chain, sender, PATIENCE).apply(blueprint);
    Map<String, EvmAddress> addresses =
        placed.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().address()));
    requireSame(blueprint, addresses);
    blueprint.plan().steps().forEach(step -> requirePlanned(step, addresses));
  }

  /// Gives development money to an account.
  TxHash mint(EvmAddress usd, EvmAddress to, BigInteger units) {
    return Sending.sent(
        sender.send("mint/" + to, EvmTransaction.call(new DevUsdCalls.Mint(to, units).on(usd))));
  }

  private Blueprint blueprint(List<EvmAddress> operators, int threshold) {
    CommitteeTerms terms =
        new CommitteeTerms(
            operators.stream().map(EvmAddress::toString).toList(),
            threshold,
            COMMIT_BLOCKS,
            REVEAL_BLOCKS,
            COMPLAINT_BLOCKS,
            CONFIRM_BLOCKS,
            TIME_LOCK_SECONDS,
            BOND_LOCK_SECONDS,
            BigInteger.ZERO);
    return Blueprint.of(chain.id(), Optional.of(terms), true);
  }

  /// A chain without the common creator gives other addresses, and the services know these.
  private static void requirePlanned(DeploymentPlan.Step step, Map<String, EvmAddress> addresses) {
    String name = step.contract().name();
    if (!Optional.of(step.address()).equals(Optional.ofNullable(addresses.get(name)))) {
      throw new CommandFailure(
          "no_common_creator",
          "the development chain lacks the contract that makes contracts at known addresses",
          "start on another --state-dir, so that a new chain begins",
          Map.of("contract", name));
    }
  }

  private void requireSame(Blueprint blueprint, Map<String, EvmAddress> addresses) {
    BlockRef newest = Readings.required(chain.heads().map(Heads::newest));
    for (DeploymentCheck.Finding finding :
        new DeploymentCheck(chain, newest).check(blueprint, addresses)) {
      if (!finding.same()) {
        throw new CommandFailure(
            finding.code(),
            "the development chain holds another " + finding.contract(),
            "start on another --state-dir, or remove this one",
            Map.of("name", finding.name()));
      }
    }
  }
}
