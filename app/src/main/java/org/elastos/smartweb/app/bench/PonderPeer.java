// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.platform.PlatformException;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.process.ShortCommand;
import org.elastos.smartweb.platform.state.FreePorts;
import org.elastos.smartweb.platform.state.SecretFile;

/// Ponder, an indexer of others from npm, on the same chain and the same PostgreSQL, once. Its time
/// is that between its own log lines that backfill began and ended: how long it takes to start does
/// not count.
///
/// @param chain with more final blocks than the last one of interest
/// @param access to a role that may make schemas
record PonderPeer(Path projectRoot, EventChain chain, DatabaseAccess access, Path log) {
  static final String NAME = "Ponder 0.16.10";

  private static final Duration INSTALLING = Duration.ofMinutes(4);
  private static final Duration RUNNING = Duration.ofMinutes(4);
  private static final String SCHEMA = "ponder_bench";
  private static final String BEGUN = "Started backfill indexing";
  private static final String FETCHED = "Finished fetching backfill JSON-RPC data";
  private static final String DONE = "Completed backfill indexing across all chains";

  /// What came of it.
  sealed interface Outcome {
    /// @param fetching the share of its time after which it had everything from the node
    record Ran(double eventsPerSecond, double fetching) implements Outcome {}

    record Skipped(String why) implements Outcome {}
  }

  /// Installs what the lock file pins, without running its scripts, and lets it index everything up
  /// to a block.
  Outcome run(long lastBlock, int events) throws IOException, InterruptedException {
    Path folder = projectRoot.resolve("app/peers/ponder");
    try {
      ShortCommand.Outcome installed =
          ShortCommand.run(
              List.of(
                  "npm",
                  "ci",
                  "--prefix",
                  folder.toString(),
                  "--ignore-scripts",
                  "--no-audit",
                  "--no-fund"),
              Map.of(),
              INSTALLING);
      if (!installed.succeeded()) {
        return new Outcome.Skipped("npm cannot install it here");
      }
    } catch (PlatformException e) {
      return new Outcome.Skipped("npm cannot install it here: " + e.getMessage());
    }
    Process process = started(folder, lastBlock);
    try {
      return measured(process, events);
    } finally {
      process.destroy();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  private Process started(Path folder, long lastBlock) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "node",
            folder.resolve("node_modules/ponder/dist/esm/bin/ponder.js").toString(),
            "start",
            "--root",
            folder.toString(),
            "--schema",
            SCHEMA,
            "--hostname",
            "127.0.0.1",
            "--port",
            Integer.toString(FreePorts.next()),
            "--log-format",
            "json");
    builder
        .environment()
        .putAll(
            Map.of(
                "BENCH_RPC",
                chain.url().toString(),
                "BENCH_CONTRACT",
                chain.contract().toString(),
                "BENCH_END",
                Long.toString(lastBlock),
                "DATABASE_URL",
                address(),
                "PONDER_TELEMETRY_DISABLED",
                "true"));
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /// As node's drivers write it; the environment of a process is its owner's alone.
  private String address() {
    String password =
        URLEncoder.encode(SecretFile.read(access.passwordFile()), StandardCharsets.UTF_8);
    return access
        .jdbcUrl()
        .replace("jdbc:postgresql://", "postgresql://" + access.role() + ":" + password + "@");
  }

  private Outcome measured(Process process, int events) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + RUNNING.toNanos();
    while (line(DONE).isEmpty()) {
      boolean ended = process.waitFor(200, TimeUnit.MILLISECONDS);
      if (ended || System.nanoTime() > deadline) {
        return new Outcome.Skipped(ended ? "it ended early" : "it did not end in time");
      }
    }
    if (rows() != events) {
      return new Outcome.Skipped("it has " + rows() + " rows");
    }
    double millis = at(DONE) - at(BEGUN);
    return new Outcome.Ran(1_000.0 * events / millis, (at(FETCHED) - at(BEGUN)) / millis);
  }

  private double at(String message) throws IOException {
    return line(message).orElseThrow().get("time").asDouble();
  }

  private Optional<JsonNode> line(String message) throws IOException {
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readString(log).lines().toList()) {
      if (line.contains(message)) {
        return Optional.of(json.readTree(line));
      }
    }
    return Optional.empty();
  }

  private long rows() {
    try (Connection connection = access.connect();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT count(*) FROM " + SCHEMA + ".transfer")) {
      found.next();
      return found.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("the peer's rows cannot be counted", e);
    }
  }
}
