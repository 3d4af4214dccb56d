// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.mainchain.BlockSource;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.Mainchain;
import org.elastos.smartweb.chain.mainchain.TransactionFinder;
import org.elastos.smartweb.chain.mainchain.WatchedDeposit;
import org.elastos.smartweb.chain.mainchain.p2p.PeerBlockSource;
import org.elastos.smartweb.chain.mainchain.p2p.PeerIdentity;
import org.elastos.smartweb.chain.mainchain.rpc.MainchainRpc;
import org.elastos.smartweb.chain.mainchain.rpc.RpcBlockSource;
import org.elastos.smartweb.chain.mainchain.rpc.RpcTransactionFinder;

/// Everything that follows one network into one store. Open one for each store; close it before the
/// database. Thread-safe.
public final class MainchainFollower implements AutoCloseable {
  private final MainchainSync sync;
  private final List<MainchainRpc> nodes;
  private final Mainchain chain;
  private final WatchedDeposits deposits;

  private MainchainFollower(
      MainchainSync sync, List<MainchainRpc> nodes, Mainchain chain, WatchedDeposits deposits) {
    this.sync = sync;
    this.nodes = nodes;
    this.chain = chain;
    this.deposits = deposits;
  }

  /// Time, randomness, and who hears of it.
  public record Surroundings(InstantSource clock, SecureRandom random, SyncObserver observer) {}

  /// Begins or goes on to follow.
  ///
  /// @throws org.elastos.smartweb.chain.mainchain.MainchainException `origin_differs` when the
  ///   store began from another block
  public static MainchainFollower open(
      FollowerSettings settings, HeaderStore store, Surroundings around) {
    store.begin(settings.origin());
    BlockIntake intake =
        new BlockIntake(settings.network(), store, settings.policy(), around.clock());
    PeerIdentity self = new PeerIdentity(around.clock(), around.random());
    List<MainchainRpc> nodes = new ArrayList<>();
    List<BlockSource> sources = new ArrayList<>();
    for (MainchainSource source : settings.sources()) {
      switch (source) {
        case MainchainSource.Rpc(var endpoint) -> {
          MainchainRpc node = MainchainRpc.open(endpoint, settings.rpc());
          nodes.add(node);
          sources.add(new RpcBlockSource(node, settings.rpc()));
        }
        case MainchainSource.Peer(var peer) ->
            sources.add(new PeerBlockSource(peer, settings.peers(), self, settings.peer()));
      }
    }
    SyncFeed feed = new SyncFeed(store, intake, settings.pace(), around.random());
    MainchainSync sync = MainchainSync.start(sources, feed, around.observer());
    List<TransactionFinder> finders = new ArrayList<>();
    nodes.forEach(node -> finders.add(new RpcTransactionFinder(node, store)));
    return new MainchainFollower(
        sync,
        nodes,
        new VerifiedMainchain(settings.network().name(), store, sync::sources, finders),
        new WatchedDeposits(settings.network(), settings.policy().watched()));
  }

  /// The chain as it was verified so far.
  public Mainchain chain() {
    return chain;
  }

  /// What a verified block brings to watched program hashes. Whether it counts, the block decides:
  /// its events, and whether it is final.
  ///
  /// @param block in internal order
  public List<WatchedDeposit> depositsIn(Hash256 block) {
    return chain.block(block).stream()
        .flatMap(found ->
            chain.transactionsIn(block).stream()
                .flatMap(kept -> deposits.of(kept, found.height()).stream()))
        .toList();
  }

  /// How far it has come.
  public SyncProgress progress() {
    return sync.progress();
  }

  @Override
  public void close() {
    sync.close();
    nodes.forEach(MainchainRpc::close);
  }
}
