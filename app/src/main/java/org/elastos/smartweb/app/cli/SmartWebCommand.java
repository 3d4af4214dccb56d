// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.elastos.smartweb.app.demo.DemoCommand;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Output;
import org.elastos.smartweb.platform.PlatformException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;

/// The command `smartweb` with all its subcommands, and how their failures are shown. Exit codes: 0
/// success, 1 a refusal or fault, 2 wrong usage.
@Command(
    name = "smartweb",
    description = "Rights, market and bridge backend of the Elastos World Computer.",
    mixinStandardHelpOptions = true,
    version = "smartweb 0.1.0",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      ChannelCommand.class,
      PublishCommand.class,
      EditionsCommand.class,
      ListingsCommand.class,
      BuyCommand.class,
      SellCommand.class,
      FetchCommand.class,
      PlayCommand.class,
      InspectCommand.class,
      CidCommand.class,
      CapsuleCommand.class,
      DeployCommand.class,
      ElaCommand.class,
      ChainCommand.class,
      BenchCommand.class,
      ServiceCommands.Node.class,
      ServiceCommands.Market.class,
      ServiceCommands.Home.class,
      ServiceCommands.ElaDevNode.class,
      RehearseCommand.class,
      ConfigCommand.class,
      CommandLine.HelpCommand.class,
    })
public final class SmartWebCommand {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private SmartWebCommand() {}

  /// Runs the command line.
  ///
  /// @return the exit code
  public static int run(String[] args, PrintStream out, PrintStream err) {
    CommandLine line = new CommandLine(new SmartWebCommand());
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(wrongUsage(out, err));
    line.setExecutionExceptionHandler(failure(out, err));
    return line.execute(args);
  }

  private static IParameterExceptionHandler wrongUsage(PrintStream out, PrintStream err) {
    return (error, args) -> {
      String command = error.getCommandLine().getCommandSpec().qualifiedName();
      new Output(out, err, List.of(args).contains("--json"))
          .failure(
              new CommandFailure(
                  "wrong_usage",
                  String.valueOf(error.getMessage()),
                  command + " --help says what it takes"));
      return WRONG_USAGE;
    };
  }

  private static IExecutionExceptionHandler failure(PrintStream out, PrintStream err) {
    return (error, line, parsed) -> {
      boolean json = parsed.expandedArgs().contains("--json");
      if (error instanceof CommandFailure refused) {
        new Output(out, err, json).failure(refused);
      } else if (error instanceof PlatformException fault) {
        // What the machine refused: a folder, a port, a lock. The message names it.
        new Output(out, err, json)
            .failure(
                new CommandFailure(
                    "platform_fault",
                    fault.text(),
                    "mend what is named, then run the command again",
                    fault.details()));
      } else {
        new Output(out, err, json)
            .failure(
                new CommandFailure(
                    "fault",
                    "something went wrong inside: " + error,
                    "this is a defect: please report it with the log"));
        error.printStackTrace(err);
      }
      return FAILED;
    };
  }
}
