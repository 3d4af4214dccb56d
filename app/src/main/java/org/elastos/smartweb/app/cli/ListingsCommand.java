// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.trade.Catalogue;
import org.elastos.smartweb.app.trade.Money;
import org.elastos.smartweb.app.trade.Workspace;
import org.elastos.smartweb.market.SignedListing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `smartweb listings EDITION`: what owners offer.
@Command(
    name = "listings",
    description = "Lists what owners of an edition offer, the cheapest first.",
    mixinStandardHelpOptions = true)
final class ListingsCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "EDITION", description = "the edition's id")
  private String edition = "";

  @Override
  public Integer call() {
    try (Workspace workspace = Workspaces.open(common)) {
      List<SignedListing> listings = new Catalogue(workspace).listings(Workspaces.edition(edition));
      StringJoiner text = new StringJoiner("\n");
      for (SignedListing one : listings) {
        text.add(
            String.format(
                Locale.ROOT,
                "%s  %s units for %s from %s",
                one.id(),
                one.listing().quantity(),
                Money.text(one.listing().price().units()),
                one.listing().seller()));
      }
      common
          .output()
          .result(
              Map.of("listings", listings.stream().map(Catalogue::asMap).toList()),
              listings.isEmpty() ? "no listings" : text.toString());
    }
    return 0;
  }
}
