// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.outcome.Output;
import org.elastos.smartweb.app.trade.Account;
import org.elastos.smartweb.app.trade.Channels;
import org.elastos.smartweb.app.trade.Workspace;
import org.elastos.smartweb.market.ChannelRef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `smartweb channel`: the contract in which a wallet publishes.
@Command(
    name = "channel",
    description = "Shows the contract in which a wallet publishes, opening it at first use.",
    mixinStandardHelpOptions = true)
final class ChannelCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--wallet", description = "the creator's (default: ${DEFAULT-VALUE})")
  private String wallet = "creator";

  @Override
  public Integer call() {
    Output output = common.output();
    try (Workspace workspace = Workspaces.open(common)) {
      Account account = workspace.account(wallet);
      ChannelRef channel = new Channels(workspace).of(account, output::progress);
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("channel", channel.address().toString());
      facts.put("chainId", channel.chain().value());
      facts.put("owner", account.address().toString());
      facts.put("factory", workspace.factory().toString());
      output.result(facts, Workspaces.lines(facts));
    }
    return 0;
  }
}
