// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.service;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.DbOptions;
import org.elastos.smartweb.platform.postgres.PostgresOptions;
import org.elastos.smartweb.platform.postgres.PostgresServer;

/// A database server that a command starts for itself, in a folder of its own, beside whatever else
/// runs; with one role and the tables of one component. Thread-safe.
public final class OwnDatabase implements AutoCloseable {
  private static final int CONNECTIONS = 4;

  private final PostgresServer postgres;
  private final DatabaseAccess access;
  private final Db db;

  private OwnDatabase(PostgresServer postgres, String role, String component) {
    this.postgres = postgres;
    this.access = postgres.provision(role);
    Migrations.migrate(access, component);
    this.db = Db.open(access, DbOptions.DEFAULT.withConnections(CONNECTIONS));
  }

  /// Where such a server keeps its files, and where its programs are unpacked.
  public record Places(Path folder, Path cache) {}

  /// Starts the server.
  public static OwnDatabase open(
      Places places, SecureRandom random, String role, String component) {
    PostgresServer postgres =
        PostgresServer.start(PostgresOptions.in(places.folder, places.cache, random));
    try {
      return new OwnDatabase(postgres, role, component);
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  /// The tables.
  public Db db() {
    return db;
  }

  /// How another process of this user reaches the same tables.
  public DatabaseAccess access() {
    return access;
  }

  @Override
  public void close() {
    db.close();
    postgres.close();
  }
}
