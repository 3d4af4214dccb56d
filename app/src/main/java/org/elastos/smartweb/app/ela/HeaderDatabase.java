// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.ela;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Optional;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.service.OwnDatabase;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.store.PostgresHeaderStore;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.DbOptions;
import org.elastos.smartweb.platform.process.ProcessIdentity;

/// The verified headers of one network on this machine. One process at a time runs the database;
/// others find it by a file that says who runs it. Thread-safe.
public final class HeaderDatabase implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HeaderStore store;
  private final Closing closing;

  private HeaderDatabase(HeaderStore store, Closing closing) {
    this.store = store;
    this.closing = closing;
  }

  /// Where one network's headers lie, and where the database's programs are unpacked.
  public record Places(Path folder, Path cache) {
    private Path runner() {
      return folder.resolve("running.json");
    }

    private OwnDatabase.Places database() {
      return new OwnDatabase.Places(folder.resolve("postgres"), cache);
    }
  }

  /// Who runs the database, and how to reach it.
  record Runner(String process, String url, String role, String passwordFile) {}

  @FunctionalInterface
  private interface Closing {
    void close();
  }

  /// Starts the database to write to it.
  ///
  /// @throws CommandFailure `already_running` when another process follows this network
  public static HeaderDatabase own(Places places, SecureRandom random) {
    if (runner(places).isPresent()) {
      throw new CommandFailure(
          "already_running",
          "another process follows this network on this state directory",
          "end it first, or look with smartweb ela status");
    }
    OwnDatabase database = OwnDatabase.open(places.database(), random, "mainchain", "mainchain");
    try {
      announce(places, database.access());
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return new HeaderDatabase(
        new PostgresHeaderStore(database.db()),
        () -> {
          forget(places);
          database.close();
        });
  }

  /// Looks into the database, whoever runs it.
  ///
  /// @throws CommandFailure `never_synced` when there is none
  public static HeaderDatabase look(Places places, SecureRandom random) {
    Optional<Runner> runner = runner(places);
    if (runner.isPresent()) {
      Runner found = runner.get();
      DatabaseAccess access =
          new DatabaseAccess(found.url, found.role, Path.of(found.passwordFile));
      Db db = Db.open(access, DbOptions.DEFAULT.withConnections(1));
      return new HeaderDatabase(new PostgresHeaderStore(db), db::close);
    }
    if (!Files.isDirectory(places.database().folder())) {
      throw new CommandFailure(
          "never_synced",
          "this network was never followed on this state directory",
          "run smartweb ela sync first");
    }
    return own(places, random);
  }

  /// The headers.
  public HeaderStore store() {
    return store;
  }

  @Override
  public void close() {
    closing.close();
  }

  private static Optional<Runner> runner(Places places) {
    try {
      if (!Files.exists(places.runner())) {
        return Optional.empty();
      }
      Runner runner = JSON.readValue(Files.readAllBytes(places.runner()), Runner.class);
      return ProcessIdentity.parse(runner.process).flatMap(ProcessIdentity::find).map(_ -> runner);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read who runs the headers' database", e);
    }
  }

  private static void announce(Places places, DatabaseAccess access) {
    Runner runner =
        new Runner(
            ProcessIdentity.of(ProcessHandle.current()).orElseThrow().toLine(),
            access.jdbcUrl(),
            access.role(),
            access.passwordFile().toString());
    try {
      Path draft = places.runner().resolveSibling("running.json.new");
      Files.write(draft, JSON.writeValueAsBytes(runner));
      Files.move(
          draft,
          places.runner(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot say who runs the headers' database", e);
    }
  }

  private static void forget(Places places) {
    try {
      Files.deleteIfExists(places.runner());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove who ran the headers' database", e);
    }
  }
}
