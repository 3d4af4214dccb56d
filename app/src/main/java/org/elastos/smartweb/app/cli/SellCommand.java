// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Output;
import org.elastos.smartweb.app.trade.Catalogue;
import org.elastos.smartweb.app.trade.Money;
import org.elastos.smartweb.app.trade.Sell;
import org.elastos.smartweb.app.trade.Workspace;
import org.elastos.smartweb.market.SignedListing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `smartweb sell EDITION`: offers access that a wallet holds.
@Command(
    name = "sell",
    description =
        "Offers units of an edition that a wallet holds; royalties are settled in the sale.",
    mixinStandardHelpOptions = true)
final class SellCommand implements Callable<Integer> {
  private static final int MAX_DAYS = 365;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "EDITION", description = "the edition's id")
  private String edition = "";

  @Option(names = "--price", required = true, description = "for all units together, such as 2.50")
  private String price = "";

  @Option(names = "--quantity", description = "units (default: ${DEFAULT-VALUE})")
  private long quantity = 1;

  @Option(names = "--days", description = "how long it stays open (default: ${DEFAULT-VALUE})")
  private int days = 30;

  @Option(names = "--wallet", description = "the seller's (default: ${DEFAULT-VALUE})")
  private String wallet = "buyer";

  @Override
  public Integer call() {
    Output output = common.output();
    BigInteger units = Money.units(price);
    if (quantity < 1 || units.signum() == 0 || days < 1 || days > MAX_DAYS) {
      throw new CommandFailure(
          "bad_listing", "a listing has units, a price and 1 to 365 days", "correct the options");
    }
    Sell.Order order =
        new Sell.Order(
            Workspaces.edition(edition),
            BigInteger.valueOf(quantity),
            units,
            Duration.ofDays(days),
            wallet);
    try (Workspace workspace = Workspaces.open(common)) {
      SignedListing listing = new Sell(workspace).sell(order, output::progress);
      Map<String, Object> facts = Catalogue.asMap(listing);
      output.result(facts, Workspaces.lines(facts));
    }
    return 0;
  }
}
