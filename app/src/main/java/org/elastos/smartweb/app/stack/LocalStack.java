// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.stack;

import java.math.BigInteger;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.elastos.smartweb.app.outcome.Sending;
import org.elastos.smartweb.app.service.CommitteeFile;
import org.elastos.smartweb.app.wallet.Wallets;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.evm.KeystoreWallet;
import org.elastos.smartweb.platform.process.Child;
import org.elastos.smartweb.platform.process.ChildProcesses;
import org.elastos.smartweb.platform.process.ProcessIdentity;
import org.elastos.smartweb.platform.state.StateDirectory;

/// Everything on one machine, on loopback: PostgreSQL, anvil, five licence nodes, the market and
/// the homes. Starts in two steps, {@link #start} and {@link #generateKeys}, and ends in order. Not
/// thread-safe.
public final class LocalStack implements AutoCloseable {
  /// How many licence nodes there are.
  public static final int NODES = 5;

  /// How many of them a licence needs.
  public static final int THRESHOLD = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(10);

  /// What a stack is made of.
  ///
  /// @param cache where things lie that can be made again
  /// @param homes owners, each with a home
  /// @param mains main classes that stand in for a service's command, by the service's name
  public record Plan(
      StatePaths paths,
      Path projectRoot,
      Path cache,
      List<String> homes,
      Map<String, String> mains) {
    /// Copies the collections.
    public Plan {
      homes = List.copyOf(homes);
      mains = Map.copyOf(mains);
    }
  }

  private final Plan plan;
  private final Foundations foundations;
  private final Wallets wallets;
  private final Deployment deployment;
  private final Deployment.Deployed deployed;
  private final Services services;
  private final Closers opened;
  private final Health health;
  private final MainchainHealth mainchainHealth;
  private final Ports ports;

  private LocalStack(Plan plan, Consumer<String> progress, Closers opened)
      throws InterruptedException {
    this.plan = plan;
    this.opened = opened;
    SecureRandom random = new SecureRandom();
    opened.add(StateDirectory.open(plan.paths.root()));
    ChildProcesses processes = new ChildProcesses(plan.paths.processes());
    processes.endLeftovers(STOP).forEach(name -> progress.accept("ended a left-over " + name));
    this.ports = new Ports(plan.paths.portsFile());
    HttpClient http = opened.add(HttpClient.newHttpClient());
    this.health = new Health(http);
    this.mainchainHealth = new MainchainHealth(http);
    this.wallets = new Wallets(plan.paths.wallets(), random);
    Foundations.Places places =
        new Foundations.Places(
            plan.paths, plan.projectRoot, plan.cache, ports.of("postgres"), ports.of("anvil"));
    this.foundations =
        opened.add(Foundations.start(places, processes, random, InstantSource.system()));
    progress.accept("PostgreSQL and anvil run");
    KeystoreWallet deployer = opened.add(wallets.open("deployer"));
    List<EvmAddress> operators = IntStream.rangeClosed(1, NODES).mapToObj(this::operator).toList();
    List<EvmAddress> accounts = new ArrayList<>(operators);
    accounts.add(deployer.address());
    plan.homes.forEach(name -> accounts.add(address(name)));
    foundations.fund(accounts);
    this.deployment = new Deployment(foundations.chain().chain(), foundations.sender(deployer));
    this.deployed = deployment.planned(operators, THRESHOLD);
    Services.Ground ground =
        new Services.Ground(plan.paths, processes, foundations, ports, random, plan.mains);
    this.services = opened.add(new Services(ground, deployed));
    // Nine JVMs take as long to start as the chain takes to make the contracts final.
    List<Services.Prepared> started = startServices();
    deployment.deploy(operators, THRESHOLD);
    progress.accept("contracts stand");
    awaitLive(started);
    progress.accept("licence nodes and market run");
  }

  /// Starts everything and deploys the contracts; the homes wait for the committee's key. On
  /// failure whatever was started is ended.
  public static LocalStack start(Plan plan, Consumer<String> progress) throws InterruptedException {
    Closers opened = new Closers();
    try {
      return new LocalStack(plan, progress, opened);
    } catch (RuntimeException | InterruptedException e) {
      opened.close();
      throw e;
    }
  }

  /// Starts the ELA development node; it comes up while the committee makes its key.
  public void startMainchain() {
    Services.Prepared node = services.prepareMainchain();
    ports.save();
    services.start(node);
  }

  /// Waits until the ELA development node answers.
  public void awaitMainchain() throws InterruptedException {
    mainchainHealth.await(
        child(Services.MAINCHAIN), services.address(Services.MAINCHAIN), PATIENCE);
  }

  /// Waits until the committee has its key, pins it in the committee file, and waits for the homes.
  ///
  /// @return the pinned committee
  public CommitteeFile generateKeys() throws InterruptedException {
    for (int index = 1; index <= NODES; index++) {
      String name = Services.node(index);
      health.await(child(name), services.address(name), "ready", PATIENCE);
    }
    CommitteeFile committee =
        new CommitteeReader(foundations.chain().chain(), deployed.committee()).pin(PATIENCE);
    committee.write(plan.paths.committeeFile());
    for (String owner : plan.homes) {
      String name = Services.home(owner);
      health.await(child(name), services.address(name), "ready", PATIENCE);
    }
    record(committee).write(plan.paths.stackFile());
    return committee;
  }

  /// Gives the wallets of these names development dollars, in units of 10^-6.
  public void giveDollars(List<String> walletNames, BigInteger units) {
    List<TxHash> sent =
        walletNames.stream()
            .map(name -> deployment.mint(deployed.usd(), address(name), units))
            .toList();
    sent.forEach(hash -> Sending.confirmed(deployment.sender(), hash, Duration.ofSeconds(30)));
  }

  /// The development chain, read through a quorum of sources.
  public EvmChain chain() {
    return foundations.chain().chain();
  }

  /// The wallets of this state.
  public Wallets wallets() {
    return wallets;
  }

  /// The services' processes by name.
  public Map<String, Child> children() {
    return services.children();
  }

  /// Addresses of everything, for people.
  public Map<String, String> addresses() {
    Map<String, String> addresses = new TreeMap<>();
    addresses.put("anvil (development tool, unguarded)", foundations.anvil().url().toString());
    if (services.children().containsKey(Services.MAINCHAIN)) {
      addresses.put(
          "ela-devnode (development tool, unguarded)",
          services.address(Services.MAINCHAIN).toString());
      addresses.put("ela-devnode peers", "127.0.0.1:" + services.mainchainPeerPort());
    }
    addresses.put("market", services.address("market").toString());
    for (int index = 1; index <= NODES; index++) {
      addresses.put(Services.node(index), services.address(Services.node(index)).toString());
    }
    for (String owner : plan.homes) {
      String name = Services.home(owner);
      addresses.put(name + " (owner token needed)", services.address(name).toString());
      addresses.put(name + " gateway", services.address(name + "-gateway").toString());
    }
    return addresses;
  }

  @Override
  public void close() {
    opened.close();
  }

  /// Starts the services; the homes wait for the committee file.
  ///
  /// @return those that come up without it
  private List<Services.Prepared> startServices() {
    List<Services.Prepared> prepared = new ArrayList<>();
    for (int index = 1; index <= NODES; index++) {
      prepared.add(services.prepareNode(index, wallets));
    }
    prepared.add(services.prepareMarket());
    List<Services.Prepared> homes = plan.homes.stream().map(services::prepareHome).toList();
    ports.save();
    prepared.forEach(services::start);
    homes.forEach(services::start);
    return prepared;
  }

  private void awaitLive(List<Services.Prepared> started) throws InterruptedException {
    for (Services.Prepared service : started) {
      String name = service.name();
      health.await(child(name), services.address(name), "live", PATIENCE);
    }
  }

  private EvmAddress operator(int index) {
    return address(Services.operator(index));
  }

  private EvmAddress address(String walletName) {
    try (KeystoreWallet wallet = wallets.open(walletName)) {
      return wallet.address();
    }
  }

  private Child child(String name) {
    Child child = services.children().get(name);
    if (child == null) {
      throw new IllegalStateException("no such service was started");
    }
    return child;
  }

  private StackRecord record(CommitteeFile committee) {
    Map<String, StackRecord.HomeAddress> homes = new TreeMap<>();
    for (String owner : plan.homes) {
      String name = Services.home(owner);
      homes.put(
          owner,
          new StackRecord.HomeAddress(
              services.address(name).toString(),
              services.address(name + "-gateway").toString(),
              services.homeFolder(owner).resolve("owner.token").toString()));
    }
    return new StackRecord(
        ProcessIdentity.of(ProcessHandle.current()).orElseThrow().toLine(),
        foundations.anvil().url().toString(),
        committee.chainId(),
        new StackRecord.Contracts(
            deployed.usd().toString(),
            deployed.factory().toString(),
            deployed.committee().toString()),
        committee.groupKey(),
        committee.nodes().stream().map(CommitteeFile.Node::endpoint).toList(),
        services.address("market").toString(),
        services.children().containsKey(Services.MAINCHAIN)
            ? services.address(Services.MAINCHAIN).toString()
            : null,
        homes,
        new StackRecord.Database(
            foundations.walletAccess().jdbcUrl(),
            foundations.walletAccess().role(),
            foundations.walletAccess().passwordFile().toString()));
  }
}
