// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Output;
import org.elastos.smartweb.app.trade.Money;
import org.elastos.smartweb.app.trade.Publication;
import org.elastos.smartweb.app.trade.Publish;
import org.elastos.smartweb.app.trade.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `smartweb publish FILE`: encrypts a work and opens an edition of it.
@Command(
    name = "publish",
    description = "Encrypts a work, serves it from the creator's home and opens an edition.",
    mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "FILE", description = "the work; Ogg Vorbis so far")
  private Path file = Path.of("");

  @Option(names = "--price", required = true, description = "of one unit, such as 2.50")
  private String price = "";

  @Option(names = "--name", description = "title of the work (default: the file's name)")
  private @Nullable String name;

  @Option(names = "--lang", description = "language of the title (default: ${DEFAULT-VALUE})")
  private String language = "en";

  @Option(names = "--icon", paramLabel = "FILE", description = "PNG or JPEG up to 16 KiB")
  private @Nullable Path icon;

  @Option(
      names = "--royalty",
      paramLabel = "0xADDRESS=PERCENT",
      description = "a holder's share of each sale; repeat it; what is left is the creator's")
  private List<String> royalties = new ArrayList<>();

  @Option(
      names = "--resale-royalty",
      paramLabel = "PERCENT",
      description = "what a resale owes the holders, 0 to 50 (default: ${DEFAULT-VALUE})")
  private int resale = 5;

  @Option(names = "--max-supply", description = "units that may ever be sold; 0 is no limit")
  private long maxSupply;

  @Option(
      names = "--transferable",
      description = "let units move outside sale and resale, for ever")
  private boolean transferable;

  @Option(names = "--wallet", description = "the creator's (default: ${DEFAULT-VALUE})")
  private String wallet = "creator";

  @Option(names = "--home", description = "whose home serves it (default: the wallet's name)")
  private @Nullable String home;

  @Override
  public Integer call() {
    Output output = common.output();
    Publish.Order order =
        new Publish.Order(
            file,
            new Publish.Title(title(), language, Optional.ofNullable(icon)),
            new Publish.Pricing(Money.units(price), supply(), resaleBps(), transferable),
            royalties,
            wallet,
            home == null ? wallet : home);
    try (Workspace workspace = Workspaces.open(common)) {
      Publication done = new Publish(workspace).publish(order, key -> {}, output::progress);
      Map<String, Object> facts = done.asMap();
      output.result(facts, Workspaces.lines(facts));
    }
    return 0;
  }

  private String title() {
    String plain = name == null ? String.valueOf(file.getFileName()) : name;
    return name == null ? plain.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "") : plain;
  }

  private long supply() {
    if (maxSupply < 0 || maxSupply >= (1L << 40) - 1) {
      throw new CommandFailure(
          "bad_supply", "a supply is 0 or a number below 2^40 - 1", "correct --max-supply");
    }
    return maxSupply;
  }

  private int resaleBps() {
    if (resale < 0 || resale > 50) {
      throw new CommandFailure(
          "bad_royalty", "a resale owes 0 to 50 per cent", "correct --resale-royalty");
    }
    return resale * 100;
  }
}
