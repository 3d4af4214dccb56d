// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.stack;

import io.vertx.core.Vertx;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.elastos.smartweb.app.service.CommitteeFile;
import org.elastos.smartweb.app.service.HomeMaker;
import org.elastos.smartweb.app.service.MarketMaker;
import org.elastos.smartweb.app.service.NodeMaker;
import org.elastos.smartweb.app.service.ServiceProcess;
import org.elastos.smartweb.app.wallet.Wallets;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.evm.KeystoreWallet;
import org.elastos.smartweb.platform.Service;
import org.elastos.smartweb.platform.metrics.Metrics;
import org.elastos.smartweb.platform.process.ChildProcesses;

/// Starts one of each service inside this process and ends it again, so that the JVM can record
/// which classes a start needs (JEP 483, 514): with that record nine processes start in the time of
/// two. Changes nothing outside the temporary folder that it is given.
public final class Rehearsal {
  private static final long PATIENCE_SECONDS = 60;
  private static final String HOME = "rehearsal";

  private Rehearsal() {}

  /// Runs it.
  ///
  /// @param paths a temporary state
  public static void run(StatePaths paths, Path projectRoot, Path cache) throws Exception {
    SecureRandom random = new SecureRandom();
    Ports ports = new Ports(paths.portsFile());
    ChildProcesses processes = new ChildProcesses(paths.processes());
    Foundations.Places places =
        new Foundations.Places(paths, projectRoot, cache, ports.of("postgres"), ports.of("anvil"));
    try (Closers opened = new Closers()) {
      Foundations foundations =
          opened.add(Foundations.start(places, processes, random, InstantSource.system()));
      Wallets wallets = new Wallets(paths.wallets(), random);
      KeystoreWallet deployer = opened.add(wallets.open("deployer"));
      List<EvmAddress> operators = List.of(operator(wallets));
      foundations.fund(List.of(deployer.address(), operators.getFirst()));
      Deployment deployment =
          new Deployment(foundations.chain().chain(), foundations.sender(deployer));
      Deployment.Deployed deployed = deployment.planned(operators, 1);
      deployment.deploy(operators, 1);
      committee(deployed, operators).write(paths.committeeFile());
      Services services =
          new Services(
              new Services.Ground(paths, processes, foundations, ports, random, Map.of()),
              deployed);
      Vertx vertx = Vertx.vertx();
      opened.add(() -> vertx.close().await(PATIENCE_SECONDS, TimeUnit.SECONDS));
      rehearse(services.prepareNode(1, wallets), NodeMaker::make, vertx, opened);
      rehearse(services.prepareMarket(), MarketMaker::make, vertx, opened);
      rehearse(services.prepareHome(HOME), HomeMaker::make, vertx, opened);
      // A committee of one makes its key too: a node is ready when it holds its share.
      Health health = new Health(opened.add(HttpClient.newHttpClient()));
      for (String name : List.of(Services.node(1), "market", Services.home(HOME))) {
        health.await(services.address(name), "ready", Duration.ofSeconds(PATIENCE_SECONDS));
      }
    }
  }

  private static void rehearse(
      Services.Prepared prepared, ServiceProcess.Maker maker, Vertx vertx, Closers opened)
      throws Exception {
    ServiceProcess.Ground ground =
        new ServiceProcess.Ground(
            ServiceProcess.settings(prepared.config()),
            vertx,
            InstantSource.system(),
            new SecureRandom(),
            new Metrics());
    Service service = maker.make(ground);
    service.start().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    opened.add(() -> service.close().await(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  /// A committee that has the shape of one; nobody is asked.
  private static CommitteeFile committee(Deployment.Deployed deployed, List<EvmAddress> operators) {
    return new CommitteeFile(
        "11".repeat(32),
        31337,
        deployed.committee().toString(),
        1,
        IntStream.rangeClosed(1, operators.size())
            .mapToObj(index ->
                new CommitteeFile.Node(index, "http://127.0.0.1:1", "%064x".formatted(index)))
            .toList());
  }

  private static EvmAddress operator(Wallets wallets) {
    try (KeystoreWallet wallet = wallets.open(Services.operator(1))) {
      return wallet.address();
    }
  }
}
