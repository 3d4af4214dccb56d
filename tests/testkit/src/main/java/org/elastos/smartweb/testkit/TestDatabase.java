// SPDX-License-Identifier: MIT
package org.elastos.smartweb.testkit;

import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.DbOptions;
import org.elastos.smartweb.platform.postgres.Provisioning;

/// The database of one run of a test class: an empty schema and its role. Closed by the extension.
public final class TestDatabase implements AutoCloseable {
  private static final int CONNECTIONS = 6;

  private final Provisioning server;
  private final DatabaseAccess access;
  private final Db db;

  TestDatabase(Provisioning server, String schema) {
    this.server = server;
    this.access = server.provision(schema);
    this.db = Db.open(access, DbOptions.DEFAULT.withConnections(CONNECTIONS));
  }

  /// How the class under test reaches its schema.
  public DatabaseAccess access() {
    return access;
  }

  /// A small pool on that schema.
  public Db db() {
    return db;
  }

  /// A further role and schema on the same server, for tests with several services.
  ///
  /// @param name lower-case letters, digits and underscores; short
  public DatabaseAccess another(String name) {
    return server.provision(access.role() + "_" + name);
  }

  @Override
  public void close() {
    db.close();
  }
}
