// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.stack;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.elastos.smartweb.app.outcome.Readings;
import org.elastos.smartweb.app.service.ChainAccess;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.devnet.Anvil;
import org.elastos.smartweb.chain.devnet.AnvilSettings;
import org.elastos.smartweb.chain.evm.KeystoreWallet;
import org.elastos.smartweb.chain.evm.OutboxEvmSender;
import org.elastos.smartweb.chain.evm.PostgresTxOutbox;
import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.DbOptions;
import org.elastos.smartweb.platform.postgres.PostgresOptions;
import org.elastos.smartweb.platform.postgres.PostgresServer;
import org.elastos.smartweb.platform.process.ChildProcesses;

/// What the services stand on: the database server, the development chain, and the commands' own
/// schema. Thread-safe.
final class Foundations implements AutoCloseable {
  private static final BigInteger GAS_MONEY = BigInteger.TEN.pow(20);
  private static final int CONNECTIONS = 4;

  private final PostgresServer postgres;
  private final Anvil anvil;
  private final ChainAccess chain;
  private final DatabaseAccess walletAccess;
  private final Db walletDb;

  private Foundations(PostgresServer postgres, Anvil anvil, InstantSource clock) {
    this.postgres = postgres;
    this.anvil = anvil;
    this.chain = ChainAccess.development(anvil.url(), clock);
    this.walletAccess = postgres.provision("wallet");
    Migrations.migrate(walletAccess, "evm_outbox");
    this.walletDb = Db.open(walletAccess, DbOptions.DEFAULT.withConnections(CONNECTIONS));
  }

  /// Where things lie, and where they listen.
  record Places(StatePaths paths, Path projectRoot, Path cache, int postgresPort, int anvilPort) {}

  /// Starts the database and the chain side by side.
  static Foundations start(
      Places places, ChildProcesses processes, SecureRandom random, InstantSource clock) {
    CompletableFuture<PostgresServer> database =
        CompletableFuture.supplyAsync(() -> startPostgres(places, random));
    CompletableFuture<Anvil> development =
        CompletableFuture.supplyAsync(() -> startAnvil(places, processes));
    try {
      return new Foundations(database.join(), development.join(), clock);
    } catch (RuntimeException e) {
      // Whichever of the two came up must not stay behind.
      var _ = database.thenAccept(PostgresServer::close);
      var _ = development.thenAccept(Anvil::close);
      throw e instanceof CompletionException wrapped
              && wrapped.getCause() instanceof RuntimeException cause
          ? cause
          : e;
    }
  }

  Anvil anvil() {
    return anvil;
  }

  ChainAccess chain() {
    return chain;
  }

  /// The commands' own schema.
  DatabaseAccess walletAccess() {
    return walletAccess;
  }

  /// A service's own role and schema.
  DatabaseAccess provision(String service) {
    return postgres.provision(service);
  }

  /// The sender of a wallet, through the commands' outbox.
  OutboxEvmSender sender(KeystoreWallet wallet) {
    return new OutboxEvmSender(
        chain.sources(), chain.chain(), wallet, new PostgresTxOutbox(walletDb));
  }

  /// Gives accounts gas money of the development chain, once.
  void fund(List<EvmAddress> accounts) {
    BlockRef newest = Readings.required(chain.chain().heads().map(Heads::newest));
    anvil.fund(
        accounts.stream()
            .filter(
                account -> Readings.required(chain.chain().balance(account, newest)).signum() == 0)
            .toList(),
        GAS_MONEY);
  }

  @Override
  public void close() {
    walletDb.close();
    chain.close();
    anvil.close();
    postgres.close();
  }

  private static PostgresServer startPostgres(Places places, SecureRandom random) {
    return PostgresServer.start(
        PostgresOptions.in(places.paths.postgres(), places.cache, random)
            .withPort(places.postgresPort));
  }

  private static Anvil startAnvil(Places places, ChildProcesses processes) {
    Path binary = AnvilSettings.binaryIn(places.projectRoot.resolve("contracts"));
    return Anvil.start(
        AnvilSettings.of(binary, places.paths.chain(), places.anvilPort), processes::launch);
  }
}
