// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.stack;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elastos.smartweb.app.config.Setting;
import org.elastos.smartweb.app.wallet.Wallets;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.process.Child;
import org.elastos.smartweb.platform.process.ChildProcesses;
import org.elastos.smartweb.platform.state.PrivateDirectory;
import org.elastos.smartweb.platform.state.SecretFile;

/// The services as child processes: writes each one's configuration and starts it. Ends them all at
/// once. Not thread-safe.
final class Services implements AutoCloseable {
  private static final Duration STOP = Duration.ofSeconds(10);

  /// What the services are started with.
  record Ground(
      StatePaths paths,
      ChildProcesses processes,
      Foundations foundations,
      Ports ports,
      SecureRandom random,
      Map<String, String> mains) {}

  /// The ELA development node.
  static final String MAINCHAIN = "ela-devnode";

  private static final String MAINCHAIN_PEER = "ela-devnode-peer";

  private final Ground ground;
  private final Deployment.Deployed deployed;
  private final Map<String, Child> children = new TreeMap<>();

  Services(Ground ground, Deployment.Deployed deployed) {
    this.ground = ground;
    this.deployed = deployed;
  }

  /// The running children by name.
  Map<String, Child> children() {
    return Map.copyOf(children);
  }

  /// Where a service listens.
  URI address(String service) {
    return URI.create("http://127.0.0.1:" + ground.ports.of(service));
  }

  /// Where the ELA development node's peers connect.
  int mainchainPeerPort() {
    return ground.ports.of(MAINCHAIN_PEER);
  }

  /// A service ready to be started: its command's name, its configuration and its folder.
  record Prepared(String name, String command, Path config, Path folder) {}

  /// Configures licence node `index` with its operator's wallet.
  Prepared prepareNode(int index, Wallets wallets) {
    String name = node(index);
    Map<Setting, String> settings = common(name, "license_node_" + index);
    settings.put(Setting.HTTP_PORT, Integer.toString(ground.ports.of(name)));
    settings.put(Setting.COMMITTEE, deployed.committee().toString());
    settings.put(Setting.KEY_DIR, folder(name).resolve("keys").toString());
    putPassword(name, settings);
    settings.put(Setting.WALLET_FILE, wallets.file(operator(index)).toString());
    settings.put(Setting.WALLET_PASSWORD_FILE, wallets.passwordFile(operator(index)).toString());
    return prepared(name, "license-node", settings);
  }

  /// Configures the market.
  Prepared prepareMarket() {
    Map<Setting, String> settings = common("market", "market");
    settings.put(Setting.HTTP_PORT, Integer.toString(ground.ports.of("market")));
    settings.put(Setting.CHANNEL_FACTORY, deployed.factory().toString());
    return prepared("market", "market", settings);
  }

  /// Configures the home of an owner; it waits for the committee file.
  Prepared prepareHome(String owner) {
    String name = home(owner);
    Map<Setting, String> settings = common(name, "home_" + owner);
    settings.put(Setting.HTTP_PORT, Integer.toString(ground.ports.of(name)));
    settings.put(Setting.GATEWAY_PORT, Integer.toString(ground.ports.of(name + "-gateway")));
    settings.put(Setting.OWNER, owner);
    settings.put(Setting.HOME_DIR, homeFolder(owner).toString());
    putPassword(name, settings);
    settings.put(Setting.COMMITTEE_FILE, ground.paths.committeeFile().toString());
    settings.put(Setting.PRIVATE_PROVIDERS, "true");
    return prepared(name, "home", settings);
  }

  /// Configures the ELA development node. It keeps its chain over restarts.
  Prepared prepareMainchain() {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    settings.put(Setting.HTTP_PORT, Integer.toString(ground.ports.of(MAINCHAIN)));
    settings.put(Setting.PEER_PORT, Integer.toString(ground.ports.of(MAINCHAIN_PEER)));
    settings.put(Setting.DATA_DIR, PrivateDirectory.create(folder(MAINCHAIN)).toString());
    return prepared(MAINCHAIN, "ela-devnode", settings);
  }

  /// Starts a service in a process of its own.
  Child start(Prepared service) {
    String main = ground.mains.getOrDefault(service.name, ChildJvm.OUR_COMMAND);
    List<String> arguments =
        List.of(service.command, "--config", service.config.toString(), "--child");
    ChildJvm.Program program =
        new ChildJvm.Program(main, arguments, service.command.equals("home"));
    Child child = ground.processes.start(ChildJvm.spec(service.name, program, service.folder));
    children.put(service.name, child);
    return child;
  }

  /// The folder of a home.
  Path homeFolder(String owner) {
    return folder(home(owner)).resolve("home");
  }

  static String node(int index) {
    return "license-node-" + index;
  }

  static String home(String owner) {
    return "home-" + owner;
  }

  static String operator(int index) {
    return "operator-" + index;
  }

  @Override
  public void close() {
    List<Thread> endings = new ArrayList<>();
    for (Child child : children.values()) {
      endings.add(Thread.startVirtualThread(() -> child.stop(STOP)));
    }
    try {
      for (Thread ending : endings) {
        ending.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<Setting, String> common(String service, String role) {
    DatabaseAccess access = ground.foundations.provision(role);
    String rpc = ground.foundations.anvil().url().toString();
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    settings.put(Setting.CHAIN_PROFILE, "development");
    settings.put(Setting.CHAIN_RPC, rpc + "," + rpc);
    settings.put(Setting.DATABASE_URL, access.jdbcUrl());
    settings.put(Setting.DATABASE_ROLE, access.role());
    settings.put(Setting.DATABASE_PASSWORD_FILE, access.passwordFile().toString());
    PrivateDirectory.create(folder(service));
    return settings;
  }

  private Prepared prepared(String name, String command, Map<Setting, String> settings) {
    Path folder = folder(name);
    return new Prepared(name, command, ServiceFiles.write(folder, settings), folder);
  }

  /// A password of the service's own. It is random and long: guessing is not made harder by a slow
  /// function, which would cost nine starting services a second each.
  private void putPassword(String service, Map<Setting, String> settings) {
    Path file = folder(service).resolve("keys.password");
    PrivateDirectory.create(folder(service));
    SecretFile.readOrCreate(file, ground.random);
    settings.put(Setting.KEY_PASSWORD_FILE, file.toString());
    settings.put(Setting.KEY_SEALING, "light");
  }

  private Path folder(String service) {
    return ground.paths.service(service);
  }
}
