// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.postgres;

import java.nio.file.Path;
import java.util.List;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.state.OwnerLock;
import org.elastos.smartweb.platform.state.PrivateDirectory;
import org.elastos.smartweb.platform.state.SecretFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL server in a directory of its own: durable, reachable on 127.0.0.1 only, every
/// connection by SCRAM password, one role and schema per service. It survives the death of the JVM
/// that started it; the next start in the same directory stops it in order and continues with the
/// data. Thread-safe once started.
public final class PostgresServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final String DATABASE = "smartweb";

  private final Postmaster postmaster;
  private final OwnerLock lock;
  private final int port;
  private final Provisioning provisioning;
  private boolean closed;

  private PostgresServer(
      Postmaster postmaster, OwnerLock lock, int port, Provisioning provisioning) {
    this.postmaster = postmaster;
    this.lock = lock;
    this.port = port;
    this.provisioning = provisioning;
  }

  /// Starts the server; returns when it takes connections. Blocks for about a second.
  ///
  /// @throws org.elastos.smartweb.platform.PlatformException when another process owns the
  ///   directory or the server cannot run here, saying what to do
  public static PostgresServer start(PostgresOptions options) {
    Path directory = PrivateDirectory.create(options.directory());
    OwnerLock lock = OwnerLock.take(directory.resolve("lock"));
    try {
      return start(options, directory, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static PostgresServer start(PostgresOptions options, Path directory, OwnerLock lock) {
    Binaries binaries = Binaries.unpack(options.cache());
    Unprivileged unprivileged =
        Unprivileged.choose(
            binaries, directory, List.of(Unprivileged.AS_IS, Unprivileged.NAMESPACE));
    Postmaster postmaster = new Postmaster(binaries, unprivileged, directory, options);
    Path secrets = PrivateDirectory.create(directory.resolve("secrets"));
    Path adminPassword = secrets.resolve(Postmaster.ADMIN + ".password");
    postmaster.initialise(SecretFile.readOrCreate(adminPassword, options.random()));
    Leftovers.end(postmaster);
    int port = postmaster.start();
    try {
      DatabaseAccess admin =
          new DatabaseAccess(url(port, "postgres"), Postmaster.ADMIN, adminPassword);
      Provisioning provisioning =
          Provisioning.prepare(admin, url(port, DATABASE), secrets, options.random());
      LOG.atInfo().addKeyValue("port", port).log("PostgreSQL started");
      return new PostgresServer(postmaster, lock, port, provisioning);
    } catch (RuntimeException e) {
      postmaster.stop();
      throw e;
    }
  }

  /// Makes sure that the service has a role and a schema of its own, both named like it, and
  /// returns how to reach them. Calling again changes nothing.
  ///
  /// @param service lower-case letters, digits and underscores
  public DatabaseAccess provision(String service) {
    return provisioning.provision(service);
  }

  /// What makes roles and schemas on this server.
  public Provisioning provisioning() {
    return provisioning;
  }

  /// The TCP port on 127.0.0.1.
  public int port() {
    return port;
  }

  /// Ends all sessions, stops the server and frees the directory; calling again changes nothing.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      postmaster.stop();
      LOG.atInfo().addKeyValue("port", port).log("PostgreSQL stopped");
    } finally {
      lock.close();
    }
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }
}
