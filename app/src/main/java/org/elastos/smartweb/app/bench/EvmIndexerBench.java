// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.DbOptions;
import org.elastos.smartweb.platform.postgres.PostgresOptions;
import org.elastos.smartweb.platform.postgres.PostgresServer;
import org.elastos.smartweb.platform.state.PrivateDirectory;

/// Indexing of events from a local node, asked twice as two sources, into a durable PostgreSQL:
/// events a second over the whole past, and how long a fork of 64 blocks holds it up. Node,
/// database and indexer share the machine.
public final class EvmIndexerBench implements Bench {
  private static final int BLOCKS = 100;
  private static final int TRANSACTIONS = 10;
  private static final int EVENTS_EACH = 100;
  private static final int EVENTS = BLOCKS * TRANSACTIONS * EVENTS_EACH;
  private static final int FORK = 64;
  private static final int FORK_EVENTS = 20;
  private static final int DEPTH = 100;
  private static final double MILLI = 1e6;
  private static final int PEERS_FINALITY = 40;
  private static final String ADMIN = "smartweb_admin";

  @Override
  public String name() {
    return "evm-indexer";
  }

  @Override
  public String about() {
    return "events of an EVM chain into PostgreSQL, and recovery from a fork of 64 blocks";
  }

  @Override
  public BenchReport run(BenchOptions options) throws Exception {
    Path directory = Files.createTempDirectory("smartweb-bench");
    try (PostgresServer server =
            PostgresServer.start(
                PostgresOptions.in(
                    directory.resolve("postgres"), options.cache(), new SecureRandom()));
        EventChain chain =
            EventChain.start(options.projectRoot(), directory.resolve("anvil.log"))) {
      DatabaseAccess access = server.provisioning().provision("bench");
      Migrations.migrate(access, "evm_follower");
      try (Db db = Db.open(access, DbOptions.DEFAULT)) {
        mayMakeSchemas(access, directory.resolve("postgres"));
        PonderPeer peer =
            new PonderPeer(options.projectRoot(), chain, access, directory.resolve("ponder.log"));
        return measured(options, chain, db, peer);
      }
    } finally {
      PrivateDirectory.delete(directory);
    }
  }

  /// Ponder keeps what it fetched in a schema of its own.
  private static void mayMakeSchemas(DatabaseAccess access, Path server) throws SQLException {
    DatabaseAccess admin =
        new DatabaseAccess(
            access.jdbcUrl(), ADMIN, server.resolve("secrets").resolve(ADMIN + ".password"));
    try (Connection connection = admin.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "GRANT CREATE, TEMPORARY ON DATABASE \"%s\" TO \"%s\""
              .formatted(connection.getCatalog(), access.role()));
    }
  }

  private static BenchReport measured(
      BenchOptions options, EventChain chain, Db db, PonderPeer ponder)
      throws IOException, InterruptedException {
    options.progress().accept("making " + EVENTS + " events");
    chain.mine(BLOCKS, TRANSACTIONS, EVENTS_EACH);
    List<Double> rates = new ArrayList<>();
    for (int round = -1; round < options.rounds(); round++) {
      options.progress().accept(round < 0 ? "warming up" : "indexing, round " + (round + 1));
      double rate = index(chain, db, "past-" + round);
      if (round >= 0) {
        rates.add(rate);
      }
    }
    String shares = shares(chain, db);
    PonderPeer.Outcome peer = peer(options, chain, ponder);
    List<Double> recoveries = recoveries(options, chain, db);
    return new BenchReport(
        "evm-indexer",
        List.of(
            beside(Metric.of("events_per_s", Sample.of(rates), "events/s"), peer),
            Metric.of("reorg64_recovery_ms", Sample.of(recoveries), "ms")),
        List.of(
            EVENTS + " events in " + BLOCKS + " blocks, every answer taken from two sources",
            shares,
            "each fork replaces "
                + FORK
                + " blocks of "
                + FORK_EVENTS
                + " events and more; afterwards the rows were what the node says: none lost, no ghost",
            told(peer)));
  }

  /// Ponder takes nothing within thirty blocks of the newest one for final.
  private static PonderPeer.Outcome peer(BenchOptions options, EventChain chain, PonderPeer ponder)
      throws IOException, InterruptedException {
    if (!options.peers()) {
      return new PonderPeer.Outcome.Skipped("give --peer");
    }
    options.progress().accept(PonderPeer.NAME + " on the same chain and server");
    long last = chain.height();
    chain.mine(PEERS_FINALITY, 0, 0);
    return ponder.run(last, EVENTS);
  }

  private static Metric beside(Metric own, PonderPeer.Outcome peer) {
    return peer instanceof PonderPeer.Outcome.Ran ran
        ? own.beside(PonderPeer.NAME, Sample.of(List.of(ran.eventsPerSecond())))
        : own;
  }

  private static String told(PonderPeer.Outcome peer) {
    return switch (peer) {
      case PonderPeer.Outcome.Ran ran ->
          String.format(
              Locale.ROOT,
              "%s ran once on the same chain and server, with one source, and had everything from"
                  + " the node after %.0f %% of its time; starting it is not counted",
              PonderPeer.NAME,
              100 * ran.fetching());
      case PonderPeer.Outcome.Skipped(String why) ->
          PonderPeer.NAME + " did not run beside it: " + why;
    };
  }

  private static double index(EventChain chain, Db db, String name) {
    try (IndexerRun run = new IndexerRun(name, chain, db, 0, true)) {
      long nanos = run.drive();
      requireAll(run.events());
      return EVENTS * 1e9 / nanos;
    }
  }

  /// The same without reading ahead, so that the parts can be told apart.
  private static String shares(EventChain chain, Db db) throws IOException, InterruptedException {
    try (IndexerRun run = new IndexerRun("shares", chain, db, 0, false)) {
      double all = run.drive();
      requireAll(run.events());
      double read = run.readNanos();
      long start = System.nanoTime();
      for (long from = 0; from < chain.height(); from += 10) {
        chain.rawLogs(from, from + 9);
      }
      double raw = Math.min(read, 2.0 * (System.nanoTime() - start));
      return String.format(
          Locale.ROOT,
          "one after the other: node and transport %.0f %%, decoding, naming and comparing %.0f %%,"
              + " database %.0f %%",
          100 * raw / all,
          100 * (read - raw) / all,
          100 * (all - read) / all);
    }
  }

  private static List<Double> recoveries(BenchOptions options, EventChain chain, Db db)
      throws IOException, InterruptedException {
    options.progress().accept("forks of " + FORK + " blocks");
    List<Double> millis = new ArrayList<>();
    chain.mine(DEPTH, 1, FORK_EVENTS);
    try (IndexerRun run = new IndexerRun("forks", chain, db, DEPTH, true)) {
      run.drive();
      for (int round = 0; round <= options.rounds(); round++) {
        chain.reorganise(FORK, FORK_EVENTS + 1 + round);
        double took = run.drive() / MILLI;
        if (run.retractions() != round + 1) {
          throw new IllegalStateException("the chain did not fork");
        }
        long above = chain.height() - DEPTH;
        if (!run.rows(db, above).equals(chain.events(above + 1, chain.height()))) {
          throw new IllegalStateException("the rows are not the chain's events after a fork");
        }
        if (round > 0) {
          millis.add(took);
        }
      }
    }
    return millis;
  }

  private static void requireAll(int events) {
    if (events != EVENTS) {
      throw new IllegalStateException("indexed " + events + " events of " + EVENTS);
    }
  }
}
