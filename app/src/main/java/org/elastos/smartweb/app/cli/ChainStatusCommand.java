// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.config.Setting;
import org.elastos.smartweb.app.config.Settings;
import org.elastos.smartweb.app.service.ChainAccess;
import org.elastos.smartweb.app.service.ChainsFile;
import org.elastos.smartweb.app.stack.StackRecord;
import org.elastos.smartweb.app.stack.StatePaths;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.evm.ChainStatus;
import org.elastos.smartweb.chain.evm.EvmChains;
import org.elastos.smartweb.chain.evm.EvmNetwork;
import org.elastos.smartweb.chain.evm.LoggedAlarms;
import org.elastos.smartweb.platform.log.LogFormat;
import org.elastos.smartweb.platform.log.Logging;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `smartweb chain status`: each EVM chain's sources, agreement, head, final block and lag.
@Command(
    name = "status",
    description = {
      "Asks every source of every chain and says what they agree on. Exit code 0 only if all chains"
          + " have an agreed head.",
      "The chains are those of --chains, else the one of chain-rpc, else that of the running stack."
    },
    mixinStandardHelpOptions = true)
final class ChainStatusCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--chains",
      paramLabel = "FILE",
      description = "YAML file with the chains and their sources")
  private @Nullable String chains;

  @Override
  public Integer call() {
    Logging.configure(LogFormat.TEXT, "ERROR", System.err);
    try (EvmChains open = EvmChains.open(networks(), InstantSource.system(), new LoggedAlarms())) {
      List<ChainStatus> statuses = open.statuses();
      boolean agreed = statuses.stream().allMatch(ChainStatus::isAgreed);
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("ok", agreed);
      map.put("chains", statuses.stream().map(ChainStatusCommand::asMap).toList());
      StringJoiner text = new StringJoiner("\n");
      statuses.forEach(status -> text.add(asText(status)));
      common.output().result(map, text.toString());
      return agreed ? 0 : 1;
    }
  }

  private List<EvmNetwork> networks() {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    Optional.ofNullable(chains).ifPresent(file -> flags.put(Setting.CHAINS_FILE, file));
    Settings settings = common.settings(flags);
    if (!settings.get(Setting.CHAINS_FILE).isEmpty()) {
      return ChainsFile.read(Path.of(settings.get(Setting.CHAINS_FILE)));
    }
    if (!settings.get(Setting.CHAIN_RPC).isEmpty()) {
      return List.of(ChainAccess.network(settings));
    }
    StackRecord stack = StackRecord.find(StatePaths.of(settings, System.getenv()));
    return List.of(ChainAccess.developmentNetwork(URI.create(stack.chainRpc())));
  }

  private static Map<String, Object> asMap(ChainStatus status) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", status.name());
    map.put("chainId", status.chain().value());
    map.put("independent", status.independent());
    map.put("quorum", status.quorum());
    map.put("agreement", status.agreement());
    map.put("head", status.head().map(ChainStatusCommand::asMap).orElse(null));
    map.put("final", status.finalized().map(ChainStatusCommand::asMap).orElse(null));
    map.put("lagSeconds", status.lag().map(Duration::toSeconds).orElse(null));
    map.put("sources", status.sources().stream().map(ChainStatusCommand::asMap).toList());
    return map;
  }

  private static Map<String, Object> asMap(ChainStatus.Source source) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", source.name());
    map.put("head", source.head().map(ChainStatusCommand::asMap).orElse(null));
    map.put("agrees", source.agrees());
    map.put("detail", source.detail());
    return map;
  }

  private static Map<String, Object> asMap(BlockRef block) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("number", block.number());
    map.put("hash", block.hash().toString());
    return map;
  }

  private static String asText(ChainStatus status) {
    StringJoiner text = new StringJoiner("\n");
    text.add(
        String.format(
            "%s (chain %s): %s; head %s, final %s, lag %s; %d of %d sources must agree%s",
            status.name(),
            status.chain(),
            status.agreement(),
            status.head().map(head -> Long.toString(head.number())).orElse("unknown"),
            status.finalized().map(end -> Long.toString(end.number())).orElse("unknown"),
            status.lag().map(lag -> lag.toSeconds() + " s").orElse("unknown"),
            status.quorum(),
            status.sources().size(),
            status.independent() ? "" : " (not independent)"));
    for (ChainStatus.Source source : status.sources()) {
      text.add(
          String.format(
              "  %-24s %s %s",
              source.name(),
              source.head().map(head -> Long.toString(head.number())).orElse("no answer"),
              source.agrees() ? "agrees" : "does not agree " + source.detail()));
    }
    return text.toString();
  }
}
