// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.outcome.Output;
import org.elastos.smartweb.app.trade.Fetch;
import org.elastos.smartweb.app.trade.Fetched;
import org.elastos.smartweb.app.trade.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `smartweb fetch CID|EDITION`: brings a work into a home.
@Command(
    name = "fetch",
    description = "Lets a home fetch a work from whoever serves it, checking each block.",
    mixinStandardHelpOptions = true)
final class FetchCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "CID|EDITION", description = "the file's CID or an edition's id")
  private String what = "";

  @Option(names = "--peer", paramLabel = "URL", description = "a gateway to ask first; repeat it")
  private List<URI> peers = new ArrayList<>();

  @Option(names = "--home", description = "whose home (default: ${DEFAULT-VALUE})")
  private String home = "buyer";

  @Option(names = "--timeout", description = "seconds to wait (default: ${DEFAULT-VALUE})")
  private long timeout = 3_600;

  @Override
  public Integer call() {
    Output output = common.output();
    Fetch.Target target =
        what.matches("(0x)?[0-9a-fA-F]{64}")
            ? new Fetch.Target.ByEdition(Workspaces.edition(what))
            : new Fetch.Target.ByCid(what);
    try (Workspace workspace = Workspaces.open(common)) {
      Fetch.Order order =
          new Fetch.Order(target, peers, home, Duration.ofSeconds(Math.max(1, timeout)));
      Fetched fetched = new Fetch(workspace).fetch(order, output::progress);
      Map<String, Object> facts = fetched.asMap();
      output.result(facts, Workspaces.lines(facts));
    }
    return 0;
  }
}
