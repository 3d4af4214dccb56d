// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.elastos.smartweb.app.outcome.Output;
import org.elastos.smartweb.app.stack.LocalStack;
import org.elastos.smartweb.app.stack.StatePaths;
import org.elastos.smartweb.platform.log.LogFormat;
import org.elastos.smartweb.platform.log.Logging;
import org.elastos.smartweb.platform.state.StateDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `smartweb up`: everything on one machine, until Ctrl-C.
@Command(
    name = "up",
    description = {
      "Starts everything on this machine and keeps it running until Ctrl-C.",
      "PostgreSQL, anvil and an ELA mainchain (development tools, unguarded), five licence nodes,"
          + " the market, and a home for the creator and one for the buyer. Loopback only."
    },
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  private static final BigInteger POCKET_MONEY = BigInteger.valueOf(1_000_000_000L);

  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws Exception {
    Output output = common.output();
    StatePaths paths = StatePaths.of(common.settings(), System.getenv());
    Logging.configure(LogFormat.TEXT, "WARN", System.err);
    LocalStack.Plan plan =
        new LocalStack.Plan(
            paths,
            Path.of(System.getProperty("smartweb.root", ".")),
            StateDirectory.defaultCache(System.getenv()),
            List.of("creator", "buyer"),
            Map.of());
    CountDownLatch told = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> endInOrder(told, ended)));
    try (LocalStack stack = LocalStack.start(plan, output::progress)) {
      stack.startMainchain();
      stack.generateKeys();
      stack.awaitMainchain();
      stack.giveDollars(plan.homes(), POCKET_MONEY);
      print(output, paths, stack);
      told.await();
      output.progress("ending");
      // Only the one that holds the state directory gets here.
      Files.deleteIfExists(paths.stackFile());
    } finally {
      ended.countDown();
    }
    return 0;
  }

  private static void print(Output output, StatePaths paths, LocalStack stack) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ok", true);
    result.put("stateDir", paths.root().toString());
    result.put("addresses", stack.addresses());
    StringJoiner text = new StringJoiner("\n");
    text.add("SmartWeb runs. State: " + paths.root());
    stack.addresses().forEach((name, url) -> text.add(String.format("  %-40s %s", name, url)));
    text.add("Try ./smartweb publish FILE.ogg, ./smartweb editions. Ctrl-C ends it.");
    output.result(result, text.toString());
  }

  /// The JVM ends when its shutdown hooks have: wait for the stack to end in order first.
  private static void endInOrder(CountDownLatch told, CountDownLatch ended) {
    told.countDown();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
