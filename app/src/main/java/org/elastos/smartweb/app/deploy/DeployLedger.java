// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.deploy;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.elastos.smartweb.app.service.ChainAccess;
import org.elastos.smartweb.chain.EvmSender;
import org.elastos.smartweb.chain.evm.KeystoreWallet;
import org.elastos.smartweb.chain.evm.OutboxEvmSender;
import org.elastos.smartweb.chain.evm.PostgresTxOutbox;
import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.DbOptions;
import org.elastos.smartweb.platform.postgres.PostgresOptions;
import org.elastos.smartweb.platform.postgres.PostgresServer;

/// The database in which a deployment's signed transactions are stored before they are sent: a run
/// that was killed finds them again and sends nothing twice. Not thread-safe.
public final class DeployLedger implements AutoCloseable {
  private static final int CONNECTIONS = 2;

  private final PostgresServer postgres;
  private final Db db;

  private DeployLedger(PostgresServer postgres) {
    this.postgres = postgres;
    DatabaseAccess access = postgres.provision("deployer");
    Migrations.migrate(access, "evm_outbox");
    this.db = Db.open(access, DbOptions.DEFAULT.withConnections(CONNECTIONS));
  }

  /// Starts the database in its own folder, beside whatever else runs.
  ///
  /// @param cache where the database's programs are unpacked
  public static DeployLedger open(Path folder, Path cache, SecureRandom random) {
    PostgresServer postgres = PostgresServer.start(PostgresOptions.in(folder, cache, random));
    try {
      return new DeployLedger(postgres);
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  /// The sender of a wallet on a chain.
  public EvmSender sender(ChainAccess access, KeystoreWallet wallet) {
    return new OutboxEvmSender(access.sources(), access.chain(), wallet, new PostgresTxOutbox(db));
  }

  @Override
  public void close() {
    db.close();
    postgres.close();
  }
}
