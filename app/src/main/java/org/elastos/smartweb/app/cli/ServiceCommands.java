// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.service.ElaDevNodeMaker;
import org.elastos.smartweb.app.service.HomeMaker;
import org.elastos.smartweb.app.service.MarketMaker;
import org.elastos.smartweb.app.service.NodeMaker;
import org.elastos.smartweb.app.service.ServiceProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The commands that run one service until they are told to end.
final class ServiceCommands {
  private ServiceCommands() {}

  /// What they have in common: a file with settings, over which the environment wins.
  abstract static class ServiceCommand implements Callable<Integer> {
    @Option(
        names = "--config",
        required = true,
        paramLabel = "FILE",
        description = "YAML file with the service's settings; SMARTWEB_… variables win over it")
    private Path config = Path.of("");

    @Option(names = "--child", hidden = true)
    private boolean child;

    private final ServiceProcess.Maker maker;

    ServiceCommand(ServiceProcess.Maker maker) {
      this.maker = maker;
    }

    @Override
    public Integer call() throws Exception {
      ServiceProcess.run(ServiceProcess.settings(config), child, maker);
      return 0;
    }
  }

  /// `smartweb license-node`.
  @Command(
      name = "license-node",
      description = "Runs one licence node: one of n who guard the keys.",
      mixinStandardHelpOptions = true)
  static final class Node extends ServiceCommand {
    Node() {
      super(NodeMaker::make);
    }
  }

  /// `smartweb market`.
  @Command(
      name = "market",
      description = "Runs a market: a catalogue that holds no key and no money.",
      mixinStandardHelpOptions = true)
  static final class Market extends ServiceCommand {
    Market() {
      super(MarketMaker::make);
    }
  }

  /// `smartweb home`.
  @Command(
      name = "home",
      description = "Runs a personal node: localhost://, content, players.",
      mixinStandardHelpOptions = true)
  static final class Home extends ServiceCommand {
    Home() {
      super(HomeMaker::make);
    }
  }

  /// `smartweb ela-devnode`.
  @Command(
      name = "ela-devnode",
      description = {
        "Runs an ELA mainchain of your own: a development tool, its coins are worth nothing.",
        "It mines with merge-mining proofs at an easy target, confirms with development arbiters"
            + " and serves JSON-RPC (http-port) and the peer protocol (peer-port) on loopback."
            + " Whoever reaches its ports may do anything with it."
      },
      mixinStandardHelpOptions = true)
  static final class ElaDevNode extends ServiceCommand {
    ElaDevNode() {
      super(ElaDevNodeMaker::make);
    }
  }
}
