// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.service.ChainAccess;
import org.elastos.smartweb.app.service.CommitteeFile;
import org.elastos.smartweb.app.stack.StackRecord;
import org.elastos.smartweb.app.stack.StatePaths;
import org.elastos.smartweb.app.wallet.Wallets;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.evm.KeystoreWallet;
import org.elastos.smartweb.chain.evm.OutboxEvmSender;
import org.elastos.smartweb.chain.evm.PostgresTxOutbox;
import org.elastos.smartweb.home.client.HomeClient;
import org.elastos.smartweb.home.license.CommitteePin;
import org.elastos.smartweb.market.client.MarketClient;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.DbOptions;
import org.elastos.smartweb.platform.state.SecretFile;
import org.jspecify.annotations.Nullable;

/// A state directory with the stack that runs on it: wallets, the chain by a quorum of sources, the
/// pinned committee, the market, the homes. What costs something is opened at first use and closed
/// with this. Not thread-safe.
public final class Workspace implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final int CONNECTIONS = 2;

  private final StatePaths paths;
  private final Ground ground;
  private final StackRecord stack;
  private final HttpClient http;
  private final Wallets wallets;
  private final Map<String, KeystoreWallet> opened = new LinkedHashMap<>();
  private @Nullable ChainAccess chain;
  private @Nullable Db db;

  /// Time and randomness.
  public record Ground(InstantSource clock, SecureRandom random) {
    /// The machine's own.
    public static Ground system() {
      return new Ground(InstantSource.system(), new SecureRandom());
    }
  }

  private Workspace(StatePaths paths, Ground ground, StackRecord stack) {
    this.paths = paths;
    this.ground = ground;
    this.stack = stack;
    this.http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    this.wallets = new Wallets(paths.wallets(), ground.random());
  }

  /// Finds the stack that runs on a state directory.
  ///
  /// @throws CommandFailure `not_running` when there is none
  public static Workspace open(StatePaths paths, Ground ground) {
    return new Workspace(paths, ground, StackRecord.find(paths));
  }

  /// Where things lie.
  public StatePaths paths() {
    return paths;
  }

  /// Time and randomness.
  public Ground ground() {
    return ground;
  }

  /// The addresses of what runs.
  public StackRecord stack() {
    return stack;
  }

  /// The committee as this state directory pins it (decision B6).
  public CommitteePin committee() {
    if (!Files.exists(paths.committeeFile())) {
      throw new CommandFailure(
          "committee_file_missing",
          "the committee is not pinned in " + paths.root(),
          "wait until its key generation is over, then try again");
    }
    return CommitteeFile.read(paths.committeeFile()).pin();
  }

  /// The chain, read through a quorum of sources.
  public EvmChain chain() {
    return access().chain();
  }

  /// The token that prices are in.
  public EvmAddress usd() {
    return EvmAddress.fromHex(stack.contracts().usd());
  }

  /// The factory whose channels are genuine.
  public EvmAddress factory() {
    return EvmAddress.fromHex(stack.contracts().factory());
  }

  /// The wallet of this name, made at first use.
  public KeystoreWallet wallet(String name) {
    return opened.computeIfAbsent(name, wallets::open);
  }

  /// The wallet of this name, ready to send.
  public Account account(String name) {
    KeystoreWallet wallet = wallet(name);
    PostgresTxOutbox outbox = new PostgresTxOutbox(database());
    OutboxEvmSender sender =
        new OutboxEvmSender(access().sources(), access().chain(), wallet, outbox);
    return new Account(wallet, sender, outbox, chain().id());
  }

  /// The market's client.
  public MarketClient market() {
    return new MarketClient(http, URI.create(stack.market()), ANSWER);
  }

  /// The client of somebody's home, with the owner's token.
  public HomeClient home(String owner) {
    StackRecord.HomeAddress address = homeAddress(owner);
    String token = SecretFile.read(Path.of(address.tokenFile()));
    return new HomeClient(http, URI.create(address.owner()), token, ANSWER);
  }

  /// Where somebody's home listens.
  public StackRecord.HomeAddress homeAddress(String owner) {
    StackRecord.HomeAddress address = stack.homes().get(owner);
    if (address == null) {
      throw new CommandFailure(
          "no_such_home",
          "no home of " + owner + " runs here",
          "use one of " + stack.homes().keySet());
    }
    return address;
  }

  /// For requests that no client covers.
  HttpClient http() {
    return http;
  }

  Reads reads() {
    return new Reads(chain());
  }

  @Override
  public void close() {
    opened.values().forEach(KeystoreWallet::close);
    if (db != null) {
      db.close();
    }
    if (chain != null) {
      chain.close();
    }
    http.shutdownNow();
  }

  private ChainAccess access() {
    ChainAccess known = chain;
    if (known == null) {
      known = ChainAccess.development(URI.create(stack.chainRpc()), ground.clock());
      chain = known;
    }
    return known;
  }

  private Db database() {
    Db known = db;
    if (known == null) {
      StackRecord.Database wallet = stack.walletDatabase();
      DatabaseAccess reached =
          new DatabaseAccess(wallet.url(), wallet.role(), Path.of(wallet.passwordFile()));
      known = Db.open(reached, DbOptions.DEFAULT.withConnections(CONNECTIONS));
      db = known;
    }
    return known;
  }
}
