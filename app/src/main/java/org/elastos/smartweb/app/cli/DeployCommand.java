// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.config.Setting;
import org.elastos.smartweb.app.config.Settings;
import org.elastos.smartweb.app.deploy.Blueprint;
import org.elastos.smartweb.app.deploy.CommitteeTerms;
import org.elastos.smartweb.app.deploy.Deployer;
import org.elastos.smartweb.app.deploy.DeploymentCheck;
import org.elastos.smartweb.app.deploy.DeploymentRecord;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Readings;
import org.elastos.smartweb.app.service.ChainAccess;
import org.elastos.smartweb.app.service.OwnDatabase;
import org.elastos.smartweb.app.stack.StatePaths;
import org.elastos.smartweb.app.wallet.Wallets;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmSender;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.evm.DeploymentPlan;
import org.elastos.smartweb.chain.evm.EvmNetwork;
import org.elastos.smartweb.chain.evm.EvmProfile;
import org.elastos.smartweb.chain.evm.KeystoreWallet;
import org.elastos.smartweb.chain.evm.OutboxEvmSender;
import org.elastos.smartweb.chain.evm.PostgresTxOutbox;
import org.elastos.smartweb.platform.log.LogFormat;
import org.elastos.smartweb.platform.log.Logging;
import org.elastos.smartweb.platform.state.StateDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `smartweb deploy`: puts the contracts on a chain, reproducibly, and checks what stands there.
@Command(
    name = "deploy",
    description = {
      "Puts the contracts on a chain, and checks the code that stands there.",
      "--plan says what would be sent and sends nothing; --apply sends it, once, however often it"
          + " is run; --verify compares the code on the chain, what the constructors wrote into it"
          + " and the committee's operators with the artifacts of this build."
    },
    mixinStandardHelpOptions = true)
final class DeployCommand implements Callable<Integer> {
  /// Some chains need a quarter of an hour until a block is final.
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--network",
      required = true,
      paramLabel = "NAME",
      description = "the chain's profile, such as development, esc, eid or base")
  private String network = "";

  @ArgGroup(multiplicity = "1")
  private Mode mode = new Mode();

  /// What to do; exactly one.
  static final class Mode {
    @Option(names = "--plan", description = "say what would be done")
    private boolean plan;

    @Option(names = "--apply", description = "do it")
    private boolean apply;

    @Option(names = "--verify", description = "check what was done; --apply does too")
    @SuppressWarnings("UnusedVariable") // what remains when it is none of the others
    private boolean verify;
  }

  @Option(
      names = "--rpc",
      split = ",",
      paramLabel = "URL",
      description = "RPC addresses of the chain, at least two on hosts of their own")
  private List<String> rpc = List.of();

  @Option(
      names = "--chains",
      paramLabel = "FILE",
      description = "YAML file with the chains and their sources, instead of --rpc")
  private @Nullable String chains;

  @Option(
      names = "--committee",
      paramLabel = "FILE",
      description = "JSON file with the committee to make; without it none is made")
  private @Nullable Path committee;

  @Option(names = "--wallet", paramLabel = "FILE", description = "keystore that pays")
  private @Nullable String wallet;

  @Option(
      names = "--wallet-password-file",
      paramLabel = "FILE",
      description = "file with the keystore's password")
  private @Nullable String passwordFile;

  @Option(
      names = "--deployment",
      paramLabel = "FILE",
      description = "where the addresses are kept (default: below the state directory)")
  private @Nullable Path deployment;

  @Option(names = "--yes", description = "spend real money: needed with --apply on a public chain")
  private boolean yes;

  @Override
  public Integer call() {
    Logging.configure(LogFormat.TEXT, "WARN", System.err);
    EvmProfile profile = profile();
    if (mode.plan) {
      return plan(profile);
    }
    Path file = file();
    if (mode.apply) {
      apply(profile, file);
    }
    return verify(profile, file);
  }

  private int plan(EvmProfile profile) {
    Blueprint blueprint = blueprint(profile);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("network", network);
    map.putAll(blueprint.asMap());
    StringBuilder text = new StringBuilder(Workspaces.lines(map));
    for (DeploymentPlan.Step step : blueprint.plan().steps()) {
      text.append(String.format("%n  %-14s %s", step.contract().name(), step.address()));
    }
    text.append("\nThese addresses hold where the chain has the creator.");
    common.output().result(map, text.toString());
    return 0;
  }

  private void apply(EvmProfile profile, Path file) {
    if (profile.independent() && !yes) {
      throw new CommandFailure(
          "confirmation_missing",
          "deploying on " + network + " spends real money",
          "look at --plan, then add --yes");
    }
    Blueprint blueprint = blueprint(profile);
    if (Files.exists(file) && !DeploymentRecord.read(file).isOf(blueprint)) {
      throw new CommandFailure(
          "already_deployed",
          "other contracts were put on " + network + " before",
          "move the file away to deploy anew: " + file);
    }
    Settings settings = settings();
    SecureRandom random = new SecureRandom();
    try (ChainAccess access = access();
        KeystoreWallet payer = payer(settings, random)) {
      requireFunds(access, payer);
      OwnDatabase.Places places =
          new OwnDatabase.Places(
              deployments().resolve("postgres"), StateDirectory.defaultCache(System.getenv()));
      // Signed transactions are stored before they are sent: a run that was killed finds them.
      try (OwnDatabase database = OwnDatabase.open(places, random, "deployer", "evm_outbox")) {
        common
            .output()
            .progress(
                "sending what was not sent yet, from "
                    + payer.address()
                    + ", and waiting until it is final");
        EvmSender sender =
            new OutboxEvmSender(
                access.sources(), access.chain(), payer, new PostgresTxOutbox(database.db()));
        Deployer deployer = new Deployer(access.chain(), sender, PATIENCE);
        DeploymentRecord.of(network, blueprint, deployer.apply(blueprint)).write(file);
      }
    }
  }

  private int verify(EvmProfile profile, Path file) {
    DeploymentRecord record = DeploymentRecord.read(file);
    if (!network.equals(record.network()) || record.chainId() != profile.chain().value()) {
      throw new CommandFailure(
          "other_network",
          "the deployment file is of " + record.network() + ", chain " + record.chainId(),
          "name that network, or another file");
    }
    try (ChainAccess access = access()) {
      Heads heads = Readings.required(access.chain().heads());
      List<DeploymentCheck.Finding> findings =
          new DeploymentCheck(access.chain(), heads.newest())
              .check(record.blueprint(), record.addresses());
      boolean artifacts = record.isOf(record.blueprint());
      boolean same = artifacts && findings.stream().allMatch(DeploymentCheck.Finding::same);
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("ok", same);
      map.put("network", network);
      map.put("chainId", record.chainId());
      map.put("sameArtifacts", artifacts);
      map.put("block", heads.newest().number());
      map.put("final", heads.finalized().number() >= record.lastBlock());
      tell(map, findings);
      return same ? 0 : 1;
    }
  }

  private void tell(Map<String, Object> map, List<DeploymentCheck.Finding> findings) {
    StringBuilder text = new StringBuilder(Workspaces.lines(map));
    List<Map<String, String>> contracts = new ArrayList<>();
    for (DeploymentCheck.Finding one : findings) {
      String address = one.address().map(EvmAddress::toString).orElse("-");
      text.append(String.format("%n  %-14s %s %s", one.name(), address, one.code()));
      Map<String, String> contract = new LinkedHashMap<>();
      contract.put("name", one.name());
      contract.put("contract", one.contract());
      one.address().ifPresent(place -> contract.put("address", place.toString()));
      contract.put("code", one.code());
      contracts.add(contract);
    }
    map.put("contracts", contracts);
    common.output().result(map, text.toString());
  }

  private Blueprint blueprint(EvmProfile profile) {
    ChainId chain = profile.chain();
    Optional<CommitteeTerms> terms = Optional.ofNullable(committee).map(CommitteeTerms::read);
    return Blueprint.of(chain, terms, !profile.independent());
  }

  private EvmProfile profile() {
    return NamedNetwork.configured(settings(), network)
        .map(EvmNetwork::profile)
        .orElseGet(() -> NamedNetwork.builtIn(network));
  }

  private ChainAccess access() {
    Settings settings = settings();
    return ChainAccess.open(
        NamedNetwork.configured(settings, network).orElseGet(() -> ChainAccess.network(settings)),
        InstantSource.system());
  }

  private Path file() {
    return Optional.ofNullable(deployment)
        .orElseGet(() -> deployments().resolve(network + ".json"));
  }

  private Path deployments() {
    return StatePaths.of(settings(), System.getenv()).root().resolve("deployments");
  }

  private static KeystoreWallet payer(Settings settings, SecureRandom random) {
    Path file = Path.of(settings.required(Setting.WALLET_FILE));
    Path password = Path.of(settings.required(Setting.WALLET_PASSWORD_FILE));
    for (Path one : List.of(file, password)) {
      if (!Files.isRegularFile(one)) {
        throw new CommandFailure("no_such_file", "there is no file " + one, "check the path");
      }
    }
    return Wallets.open(file, password, random);
  }

  private static void requireFunds(ChainAccess access, KeystoreWallet payer) {
    BlockRef newest = Readings.required(access.chain().heads().map(Heads::newest));
    BigInteger wei = Readings.required(access.chain().balance(payer.address(), newest));
    if (wei.signum() == 0) {
      throw new CommandFailure(
          "wallet_empty",
          "the wallet has nothing to pay gas with: " + payer.address(),
          "send it some of the chain's own coin");
    }
  }

  private Settings settings() {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    flags.put(Setting.CHAIN_PROFILE, network);
    Optional.ofNullable(chains).ifPresent(file -> flags.put(Setting.CHAINS_FILE, file));
    if (!rpc.isEmpty()) {
      flags.put(Setting.CHAIN_RPC, String.join(",", rpc));
    }
    Optional.ofNullable(wallet).ifPresent(file -> flags.put(Setting.WALLET_FILE, file));
    Optional.ofNullable(passwordFile)
        .ifPresent(file -> flags.put(Setting.WALLET_PASSWORD_FILE, file));
    return common.settings(flags);
  }
}
