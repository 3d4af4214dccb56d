// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.ElaDevNode;
import org.elastos.smartweb.chain.devnet.ela.ElaDevSettings;
import org.elastos.smartweb.chain.devnet.ela.chain.DevChain;
import org.elastos.smartweb.chain.devnet.ela.rules.DevRules;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.mainchain.KeptTransaction;
import org.elastos.smartweb.chain.mainchain.Mainchain;
import org.elastos.smartweb.chain.mainchain.TransactionReading;
import org.elastos.smartweb.chain.mainchain.p2p.PeerBlockSource.NamedPeer;
import org.elastos.smartweb.chain.mainchain.p2p.PeerLimits;
import org.elastos.smartweb.chain.mainchain.rpc.DevelopmentNetwork;
import org.elastos.smartweb.chain.mainchain.rpc.MainchainRpc;
import org.elastos.smartweb.chain.mainchain.rpc.RpcEndpoint;
import org.elastos.smartweb.chain.mainchain.rpc.RpcLimits;
import org.elastos.smartweb.chain.mainchain.store.PostgresHeaderStore;
import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The development node, which shares the codec with us and nothing else, over JSON-RPC and over
/// the peer protocol at once.
@DatabaseTest
@Timeout(120)
class ElaDevNodeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final SyncPace PACE =
      new SyncPace(Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(500), 50, 3);

  @TempDir private Path directory;

  private final PostgresHeaderStore store;
  private final List<SyncAlarm> alarms = new CopyOnWriteArrayList<>();

  ElaDevNodeIT(DatabaseAccess access, Db db) {
    Migrations.migrate(access, "mainchain");
    this.store = new PostgresHeaderStore(db);
  }

  @Test
  void followsItThroughTurnsWorkAloneAndReorganisations() {
    ElaDevSettings settings =
        ElaDevSettings.onDemand(directory, DevRules.standard().withMaturity(2));
    try (ElaDevNode node = ElaDevNode.start(settings, InstantSource.system(), new SecureRandom());
        MainchainFollower follower = follow(node)) {
      DevChain theirs = node.chain();
      theirs.mine(40);
      theirs.rotate();
      theirs.mine(3);
      awaitAgreement(follower, theirs);
      assertThat(store.finalHeight()).isEqualTo(theirs.height() - 2);
      assertKnowsTheWallet(follower.chain(), node);

      theirs.powMode(true);
      theirs.mine(4);
      awaitAgreement(follower, theirs);
      long settled = store.finalHeight();
      assertThat(follower.chain().status().byWork()).isTrue();
      theirs.reorganize(2);
      awaitAgreement(follower, theirs);
      assertThat(store.finalHeight()).isEqualTo(settled);

      theirs.powMode(false);
      theirs.mine(12);
      awaitAgreement(follower, theirs);
      assertThat(store.finalHeight()).isEqualTo(theirs.height() - 2);
      assertThat(alarms).isEmpty();

      theirs.reorganize(2);
      await().atMost(PATIENCE).until(() -> !alarms.isEmpty());
      assertThat(alarms.getFirst()).isInstanceOf(SyncAlarm.ChainContested.class);
      assertThat(follower.chain().status().contest()).isPresent();
    }
  }

  /// Every reward is there, with proof; so is a transaction that nobody watches.
  private void assertKnowsTheWallet(Mainchain chain, ElaDevNode node) {
    Hash256 block = node.chain().hashAt(5).orElseThrow();
    assertThat(chain.transactionsIn(block)).hasSize(1);
    KeptTransaction reward = chain.transactionsIn(block).getFirst();
    assertThat(chain.transaction(reward.txid()))
        .isInstanceOfSatisfying(
            TransactionReading.Included.class,
            included -> {
              assertThat(included.height()).isEqualTo(5);
              assertThat(included.isFinal()).isTrue();
            });
    Hash256 announcing = unwatched(node.chain());
    assertThat(chain.transaction(announcing)).isInstanceOf(TransactionReading.Included.class);
    try (MainchainRpc rpc =
        MainchainRpc.open(new RpcEndpoint("node", node.rpc()), RpcLimits.DEFAULT)) {
      assertThat(rpc.height().answered()).contains(node.chain().height());
      assertThat(rpc.blockHash(5).answered()).contains(block);
      assertThat(rpc.blockOf(reward.txid()).answered()).contains(Optional.of(block));
      assertThat(rpc.transaction(reward.txid()).answered().map(ElaTransaction::encoded))
          .contains(reward.body());
      assertThat(rpc.unspent(List.of(node.walletAddress().toString())).answered().orElseThrow())
          .hasSizeGreaterThan(30);
      assertThat(rpc.arbiters(5).answered().orElseThrow().keys()).isNotEmpty();
      assertThat(rpc.createAuxBlock(node.walletAddress().toString()).answered()).isPresent();
    }
  }

  /// A transaction beside the coinbase, such as the announcement of the next arbiters.
  private static Hash256 unwatched(DevChain chain) {
    for (long height = 1; height <= chain.height(); height++) {
      List<ElaTransaction> transactions =
          chain.block(chain.hashAt(height).orElseThrow()).orElseThrow().block().transactions();
      if (transactions.size() > 1) {
        return transactions.getLast().txid();
      }
    }
    throw new AssertionError("no turn was announced");
  }

  private void awaitAgreement(MainchainFollower follower, DevChain theirs) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            store.bestAt(theirs.height()).equals(theirs.hashAt(theirs.height()))
                && follower.chain().status().agreeing() == 2);
  }

  private MainchainFollower follow(ElaDevNode node) {
    DevelopmentNetwork told = development(node);
    FollowerSettings settings =
        new FollowerSettings(
            told.network(),
            told.peers(),
            told.origin(),
            List.of(
                new MainchainSource.Rpc(new RpcEndpoint("rpc", node.rpc())),
                new MainchainSource.Peer(new NamedPeer("peer", node.peer()))),
            new ChainPolicy(20, 2, 100, Set.of(node.walletAddress().programHash())),
            PACE,
            RpcLimits.DEFAULT,
            PeerLimits.DEFAULT);
    SyncObserver observer =
        new SyncObserver() {
          @Override
          public void alarm(SyncAlarm alarm) {
            alarms.add(alarm);
          }
        };
    return MainchainFollower.open(
        settings,
        store,
        new MainchainFollower.Surroundings(InstantSource.system(), new SecureRandom(), observer));
  }

  private static DevelopmentNetwork development(ElaDevNode node) {
    try (MainchainRpc rpc =
        MainchainRpc.open(new RpcEndpoint("node", node.rpc()), RpcLimits.DEFAULT)) {
      return DevelopmentNetwork.of(rpc).answered().orElseThrow();
    }
  }
}
