// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.platform.PlatformException;
import org.elastos.smartweb.platform.process.ProcessIdentity;
import org.elastos.smartweb.platform.process.ShortCommand;
import org.elastos.smartweb.platform.process.ShortCommand.Outcome;
import org.elastos.smartweb.platform.state.FreePorts;
import org.elastos.smartweb.platform.state.PrivateDirectory;
import org.elastos.smartweb.platform.state.SecretFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Drives the server programs: makes the data directory, starts, stops. Not thread-safe; its owner
/// holds the lock of the directory.
final class Postmaster {
  static final String ADMIN = "smartweb_admin";
  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
  private static final int ATTEMPTS = 3;
  private static final int LOG_TAIL = 3_000;
  private static final Duration INIT_DEADLINE = Duration.ofMinutes(2);

  private final Binaries binaries;
  private final Unprivileged unprivileged;
  private final PostgresOptions options;
  private final Path directory;

  Postmaster(
      Binaries binaries, Unprivileged unprivileged, Path directory, PostgresOptions options) {
    this.binaries = binaries;
    this.unprivileged = unprivileged;
    this.directory = directory;
    this.options = options;
  }

  Path data() {
    return directory.resolve("data");
  }

  Path record() {
    return directory.resolve("postmaster.process");
  }

  /// Makes the data directory under another name first, so that a crash leaves none or a whole one.
  void initialise(String adminPassword) {
    if (Files.isDirectory(data())) {
      return;
    }
    Path fresh = directory.resolve("data.new");
    Path passwordFile = directory.resolve("initdb.password");
    PrivateDirectory.delete(fresh);
    SecretFile.write(passwordFile, adminPassword);
    try {
      List<String> arguments =
          List.of(
              "--pgdata=" + fresh,
              "--username=" + ADMIN,
              "--pwfile=" + passwordFile,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--locale=C.UTF-8",
              options.durable() ? "--sync-method=fsync" : "--no-sync");
      Outcome outcome = run("initdb", arguments, INIT_DEADLINE);
      if (!outcome.succeeded()) {
        throw new PlatformException("initdb failed").with("output", outcome.output());
      }
      Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deleteIfExists(passwordFile);
    }
  }

  /// Starts the server and returns its port. A free port may be lost to somebody else before the
  /// server binds it, so that case is tried again with another one.
  int start() {
    for (int attempt = 1; ; attempt++) {
      int port = options.port() == 0 ? FreePorts.next() : options.port();
      ServerConfiguration.write(data(), port, options.durable());
      Outcome outcome =
          run(
              "pg_ctl",
              List.of(
                  "start",
                  "--pgdata=" + data(),
                  "--wait",
                  "--timeout=60",
                  "--log=" + directory.resolve("server.log")),
              Duration.ofSeconds(70));
      if (outcome.succeeded()) {
        remember();
        return port;
      }
      if (options.port() != 0 || attempt == ATTEMPTS || FreePorts.isFree(port)) {
        throw new PlatformException("PostgreSQL did not start")
            .with("port", port)
            .with("output", outcome.output())
            .with("log", logTail());
      }
    }
  }

  /// Ends every session, writes a checkpoint and stops; without answer in time stops at once, which
  /// the next start repairs from the log.
  void stop() {
    if (!Leftovers.runningIn(data()).isEmpty() && !stop("fast", 30)) {
      LOG.atWarn().addKeyValue("directory", directory).log("PostgreSQL is slow to stop");
      if (!stop("immediate", 15) && !Leftovers.runningIn(data()).isEmpty()) {
        throw new PlatformException("PostgreSQL cannot be stopped").with("log", logTail());
      }
    }
    deleteIfExists(record());
  }

  private boolean stop(String mode, int seconds) {
    return run(
            "pg_ctl",
            List.of(
                "stop", "--pgdata=" + data(), "--mode=" + mode, "--wait", "--timeout=" + seconds),
            Duration.ofSeconds(seconds + 10L))
        .succeeded();
  }

  private void remember() {
    try {
      long pid = Leftovers.pidIn(data()).orElseThrow();
      String line = ProcessIdentity.of(pid).map(ProcessIdentity::toLine).orElse("");
      Files.writeString(record(), line, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome run(String program, List<String> arguments, Duration deadline) {
    List<String> command = unprivileged.command(binaries.program(program), arguments);
    return ShortCommand.run(command, Map.of("LC_ALL", "C", "TZ", "UTC"), deadline);
  }

  private String logTail() {
    try {
      String log = Files.readString(directory.resolve("server.log"));
      return log.substring(Math.max(0, log.length() - LOG_TAIL));
    } catch (IOException e) {
      return "";
    }
  }

  private static void deleteIfExists(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
