// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.ela.ElaText;
import org.elastos.smartweb.app.ela.HeaderDatabase;
import org.elastos.smartweb.app.ela.StatusView;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.mainchain.sync.VerifiedMainchain;
import org.elastos.smartweb.platform.log.LogFormat;
import org.elastos.smartweb.platform.log.Logging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `smartweb ela status`: how far the mainchain is verified on this machine.
@Command(
    name = "status",
    description = {
      "Says how far the mainchain is verified here, and what counts as final. Also while a sync"
          + " runs.",
      "Exit code 0 unless a branch contradicts what counts as final (end it with smartweb ela"
          + " settle), or a block spends what is locked for side chains against our rule."
    },
    mixinStandardHelpOptions = true)
final class ElaStatusCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description = "mainnet, testnet, regnet or development (default: ${DEFAULT-VALUE})")
  private String network = "mainnet";

  @Override
  public Integer call() {
    Logging.configure(LogFormat.TEXT, "WARN", System.err);
    HeaderDatabase.Places places = ElaPlaces.of(common.settings(), network);
    try (HeaderDatabase database = HeaderDatabase.look(places, new SecureRandom())) {
      if (database.store().origin().isEmpty()) {
        throw new CommandFailure(
            "never_synced", "nothing was verified yet", "run smartweb ela sync first");
      }
      VerifiedMainchain chain =
          new VerifiedMainchain(network, database.store(), List::of, List.of());
      Map<String, Object> map = StatusView.of(chain.status(), Instant.now());
      common.output().result(map, ElaText.of(map));
      return Boolean.TRUE.equals(map.get("ok")) ? 0 : 1;
    }
  }
}
