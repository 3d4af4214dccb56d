// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Output;
import org.elastos.smartweb.app.stack.LocalStack;
import org.elastos.smartweb.app.stack.StatePaths;
import org.elastos.smartweb.app.trade.WorkFormat;
import org.elastos.smartweb.platform.log.LogFormat;
import org.elastos.smartweb.platform.log.Logging;
import org.elastos.smartweb.platform.state.PrivateDirectory;
import org.elastos.smartweb.platform.state.StateDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `smartweb demo`: one work from a creator's file to a buyer's ear, with evidence for each step.
@Command(
    name = "demo",
    description = {
      "Runs the whole story against real parts on this machine and prints the evidence:",
      "database, development chain, five licence nodes, market and homes are started, a work is"
          + " published, bought, fetched, played and sold on. Everything is temporary and on"
          + " loopback; it runs beside `up`."
    },
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  private static final int MOST_KILLED = 4;

  @Option(
      names = "--file",
      paramLabel = "MEDIA",
      description = "your own Ogg Vorbis file instead of the sample")
  private @Nullable Path file;

  @Option(
      names = "--kill-nodes",
      paramLabel = "N",
      defaultValue = "1",
      description = "how many licence nodes are killed before the work is played (default: 1)")
  private int killNodes;

  @Option(names = "--json", description = "print one JSON object instead of text")
  private boolean json;

  @Option(names = "--keep", description = "keep the temporary state directory and say where it is")
  private boolean keep;

  @Override
  public Integer call() throws Exception {
    if (killNodes < 0 || killNodes > MOST_KILLED) {
      throw new CommandFailure(
          "bad_option", "--kill-nodes takes 0 to " + MOST_KILLED, "choose another number");
    }
    Output output = new Output(System.out, System.err, json);
    Logging.configure(LogFormat.TEXT, "WARN", System.err);
    // Before anything is made: says which formats are supported.
    Optional<Path> own = Optional.ofNullable(file);
    own.ifPresent(WorkFormat::of);
    Path folder = DemoFolder.create(output::progress);
    boolean whole = false;
    try {
      Demo.Script script =
          new Demo.Script(
              own.isPresent() ? own.get().toAbsolutePath() : sampleIn(folder),
              killNodes,
              plan(folder));
      Story story = new Story(output, System::nanoTime);
      try {
        new Demo(script, output::progress).run(story);
        whole = story.succeeded();
      } finally {
        story.finish(Map.of("killedNodes", killNodes, "file", script.media().toString()));
      }
    } finally {
      if (keep || !whole) {
        DemoFolder.keep(folder);
        output.progress("the state directory was kept: " + folder);
      } else {
        PrivateDirectory.delete(folder);
      }
    }
    return whole ? 0 : 1;
  }

  private LocalStack.Plan plan(Path folder) {
    return new LocalStack.Plan(
        new StatePaths(folder.resolve("state")),
        Path.of(System.getProperty("smartweb.root", ".")),
        StateDirectory.defaultCache(System.getenv()),
        List.of(Demo.CREATOR, Demo.BUYER, Demo.FRIEND),
        Map.of(
            "license-node-" + Demo.LIAR,
            FaultyNode.class.getName(),
            "home-" + Demo.BUYER,
            WitnessedHome.class.getName()));
  }

  private static Path sampleIn(Path folder) throws IOException {
    Path sample = folder.resolve("sample.ogg");
    try (InputStream in = DemoCommand.class.getResourceAsStream("/sample/sample.ogg")) {
      if (in == null) {
        throw new IllegalStateException("the sample is not in this build");
      }
      Files.copy(in, sample);
    }
    return sample;
  }
}
