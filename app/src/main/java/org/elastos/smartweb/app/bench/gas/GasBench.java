// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench.gas;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.app.bench.Bench;
import org.elastos.smartweb.app.bench.BenchOptions;
import org.elastos.smartweb.app.bench.BenchReport;
import org.elastos.smartweb.app.bench.LocalNode;
import org.elastos.smartweb.app.bench.Metric;
import org.elastos.smartweb.app.bench.Sample;
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
    options.progress().accept("Seaport");
    gas.putAll(new SeaportAnchor(chain, published).measure());
    options.progress().accept("Unlock");
    gas.putAll(new UnlockAnchor(chain, published).measure());
    List<Metric> metrics = new ArrayList<>();
    gas.forEach((name, value) -> metrics.add(Metric.of(name, Sample.once(value), "gas")));
    return new BenchReport("gas", metrics, List.of());
  }
}
