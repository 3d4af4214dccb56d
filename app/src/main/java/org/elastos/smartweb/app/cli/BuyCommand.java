// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Output;
import org.elastos.smartweb.app.trade.Buy;
import org.elastos.smartweb.app.trade.Money;
import org.elastos.smartweb.app.trade.Purchase;
import org.elastos.smartweb.app.trade.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `smartweb buy EDITION`: pays once and holds access.
@Command(
    name = "buy",
    description = "Buys an edition after checking the offer against the chain.",
    mixinStandardHelpOptions = true)
final class BuyCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "EDITION", description = "the edition's id")
  private String edition = "";

  @Option(names = "--quantity", description = "units (default: ${DEFAULT-VALUE})")
  private long quantity = 1;

  @Option(names = "--max-price", description = "the most to be paid in all, such as 2.50")
  private @Nullable String maxPrice;

  @ArgGroup private @Nullable FromOwner fromOwner;

  @Option(
      names = "--order",
      paramLabel = "ID",
      description = "name of this order; the same name never pays twice (default: a new one)")
  private @Nullable String order;

  @Option(names = "--wallet", description = "the buyer's (default: ${DEFAULT-VALUE})")
  private String wallet = "buyer";

  /// From whom, unless from the channel.
  private static final class FromOwner {
    @Option(names = "--resale", description = "from the owner who offers it the cheapest")
    private boolean cheapest;

    @Option(
        names = "--listing",
        paramLabel = "ID",
        description = "from the owner with this listing")
    private @Nullable String listing;
  }

  @Override
  public Integer call() {
    Output output = common.output();
    if (quantity < 1) {
      throw new CommandFailure("bad_quantity", "a purchase has units", "correct --quantity");
    }
    String id = order == null ? UUID.randomUUID().toString() : order;
    if (!id.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new CommandFailure(
          "bad_order", "an order's name has letters, digits, ., _ and -", "correct --order");
    }
    Buy.Order wanted =
        new Buy.Order(
            id,
            Workspaces.edition(edition),
            BigInteger.valueOf(quantity),
            source(),
            Optional.ofNullable(maxPrice).map(Money::units),
            wallet);
    try (Workspace workspace = Workspaces.open(common)) {
      output.progress("order " + id + " (give it with --order to try again safely)");
      Purchase purchase = new Buy(workspace).buy(wanted, output::progress);
      Map<String, Object> facts = purchase.asMap();
      facts.put("order", id);
      output.result(facts, Workspaces.lines(facts));
    }
    return 0;
  }

  private Buy.Source source() {
    FromOwner owner = fromOwner;
    if (owner == null) {
      return new Buy.Source.Channel();
    }
    String listing = owner.listing;
    return owner.cheapest || listing == null
        ? new Buy.Source.CheapestOwner()
        : new Buy.Source.Listing(Workspaces.hash("bad_listing", "a listing's id", listing));
  }
}
