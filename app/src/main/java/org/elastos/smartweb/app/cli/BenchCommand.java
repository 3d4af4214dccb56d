// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.bench.Bench;
import org.elastos.smartweb.app.bench.BenchOptions;
import org.elastos.smartweb.app.bench.BenchReport;
import org.elastos.smartweb.app.bench.Benches;
import org.elastos.smartweb.app.bench.Surroundings;
import org.elastos.smartweb.app.bench.Target;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Output;
import org.elastos.smartweb.platform.log.LogFormat;
import org.elastos.smartweb.platform.log.Logging;
import org.elastos.smartweb.platform.state.StateDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `smartweb bench NAME`: measures, and with `--check` compares with the targets.
@Command(
    name = "bench",
    description = {
      "Measures, after a warm-up, over several rounds: the values are medians.",
      "Without a name it lists what can be measured."
    },
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  private static final int MOST_ROUNDS = 1000;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "NAME", arity = "0..1", defaultValue = "")
  private String name = "";

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "15",
      description = "measured rounds (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--peer",
      description = {
        "also installs (npm) and runs a program of others that does the same, where there is one:",
        "evm-indexer beside Ponder; left out, with a reason, where it cannot be installed"
      })
  private boolean peer;

  @Option(
      names = "--check",
      description = "exit non-zero, naming what is missed, unless every target is reached")
  private boolean check;

  @Override
  public Integer call() throws Exception {
    if (name.isEmpty()) {
      return list();
    }
    Bench bench =
        Benches.named(name)
            .orElseThrow(() ->
                new CommandFailure(
                    "unknown_bench",
                    "there is no bench " + name,
                    "use one of " + Benches.all().stream().map(Bench::name).toList()));
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw new CommandFailure(
          "bad_option", "--rounds takes 1 to " + MOST_ROUNDS, "choose another number");
    }
    Output output = common.output();
    Logging.configure(LogFormat.TEXT, "WARN", System.err);
    Path root = Path.of(System.getProperty("smartweb.root", "."));
    BenchReport report =
        bench.run(
            new BenchOptions(
                rounds,
                root,
                StateDirectory.defaultCache(System.getenv()),
                peer,
                output::progress));
    return tell(output, report, Surroundings.of(root));
  }

  private int list() {
    Map<String, Object> names = new LinkedHashMap<>();
    Benches.all().forEach(bench -> names.put(bench.name(), bench.about()));
    common.output().result(Map.of("benches", names), Workspaces.lines(names));
    return 0;
  }

  private int tell(Output output, BenchReport report, Surroundings where) {
    Map<String, Object> map = report.asMap(where);
    List<Target> targets = check ? Target.of(report.bench()) : List.of();
    List<String> missed =
        targets.stream()
            .filter(target -> !target.metBy(report))
            .map(target -> target.shortfall(report))
            .toList();
    if (check) {
      map.put("targets", targets.stream().map(target -> target.asMap(report)).toList());
      map.put("ok", missed.isEmpty());
    }
    output.result(map, report.asText(where));
    missed.forEach(one -> output.progress("missed: " + one));
    return missed.isEmpty() ? 0 : 1;
  }
}
