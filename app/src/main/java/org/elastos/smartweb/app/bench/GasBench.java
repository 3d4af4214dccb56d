// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.platform.state.PrivateDirectory;

/// What whole transactions of our contracts cost beside Seaport 1.6 and Unlock as published, on one
/// development chain in one run. Gas is exact: there is nothing to repeat.
public final class GasBench implements Bench {
  private static final List<String> ANVIL =
      List.of(
          "--hardfork",
          "cancun",
          "--auto-impersonate",
          "--no-mining",
          "--gas-limit",
          "1000000000000");

  /// What stands beside what.
  private static final Map<String, String> PEERS =
      Map.of(
          "buy_native_gas", "seaport_buy_native_gas",
          "buy_native_10000_holders_gas", "seaport_buy_native_20_others_gas",
          "push5_native_gas", "seaport_buy_native_5_others_gas",
          "push20_native_gas", "seaport_buy_native_20_others_gas",
          "resale_native_gas", "seaport_resale_native_gas",
          "creator_first_sale_gas", "seaport_creator_first_sale_gas");

  private static final List<String> NOTES =
      List.of(
          "whole transactions: 21,000, call data and execution, less the refund; anvil with cancun"
              + " rules, our contracts as committed (compiled for shanghai)",
          "buyers are new and each edition had one sale before; royalties are credited unless the"
              + " name says push; 10,000 holders are made by 9,999 transfers of shares, and the last"
              + " of them claims",
          "Seaport 1.6 and Unlock 15 are the code that their npm packages ship, each through its"
              + " cheapest entrance; one other shares the price of a Seaport sale, two that of a"
              + " resale, unless the name says otherwise",
          "creator_first_sale is what a creator pays until the money of a first sale is his: ours a"
              + " channel and an edition whose royalties are pushed; for Seaport a plain ERC-1155 of"
              + " his own, units and an approval; for Unlock a lock and the withdrawal",
          "0xSplits publishes no contract code on npm, so it is not measured here");

  @Override
  public String name() {
    return "gas";
  }

  @Override
  public String about() {
    return "gas of sales, royalties and creation, beside Seaport 1.6 and Unlock on the same chain";
  }

  @Override
  public BenchReport run(BenchOptions options) throws Exception {
    Path directory = Files.createTempDirectory("smartweb-bench");
    try {
      options.progress().accept("making the published contracts ready");
      Published published = Published.in(options.projectRoot(), directory);
      try (LocalNode node =
          LocalNode.start(options.projectRoot(), directory.resolve("anvil.log"), ANVIL)) {
        return measured(options, new GasChain(node), published);
      }
    } finally {
      PrivateDirectory.delete(directory);
    }
  }

  private static BenchReport measured(BenchOptions options, GasChain chain, Published published) {
    Map<String, Long> gas = new LinkedHashMap<>();
    options.progress().accept("our contracts");
    gas.putAll(new OwnCases(chain).measure());
    options.progress().accept("Seaport");
    gas.putAll(new SeaportAnchor(chain, published).measure());
    options.progress().accept("Unlock");
    gas.putAll(new UnlockAnchor(chain, published).measure());
    List<Metric> metrics = new ArrayList<>();
    gas.forEach((name, value) -> metrics.add(metric(name, value, gas)));
    return new BenchReport("gas", metrics, NOTES);
  }

  private static Metric metric(String name, long value, Map<String, Long> all) {
    Metric metric = Metric.of(name, Sample.once((double) value), "gas");
    String peer = PEERS.get(name);
    Long theirs = peer == null ? null : all.get(peer);
    return peer == null || theirs == null ? metric : metric.beside(peer, Sample.once(theirs));
  }
}
