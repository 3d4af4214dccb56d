// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.elastos.smartweb.chain.mainchain.TestBlocks;
import org.elastos.smartweb.chain.mainchain.rpc.MainchainRpc;
import org.elastos.smartweb.chain.mainchain.rpc.RpcBlockSource;
import org.elastos.smartweb.chain.mainchain.rpc.RpcEndpoint;
import org.elastos.smartweb.chain.mainchain.rpc.RpcLimits;
import org.elastos.smartweb.chain.mainchain.store.PostgresHeaderStore;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.DbOptions;
import org.elastos.smartweb.testkit.MutableClock;

/// A process that follows a node into a database until it is killed, or until its parent is gone.
final class SyncMain {
  private SyncMain() {}

  /// @param arguments database address, role, password file, node, seed of the chain
  public static void main(String[] arguments) throws Exception {
    DatabaseAccess access = new DatabaseAccess(arguments[0], arguments[1], Path.of(arguments[2]));
    TestBlocks mint = TestBlocks.byWork(Long.parseLong(arguments[4]));
    RpcLimits limits = new RpcLimits(Duration.ofSeconds(5), 1 << 20, 5);
    try (Db db = Db.open(access, DbOptions.DEFAULT.withConnections(2));
        MainchainRpc rpc =
            MainchainRpc.open(new RpcEndpoint("node", URI.create(arguments[3])), limits)) {
      PostgresHeaderStore store = new PostgresHeaderStore(db);
      BlockIntake intake =
          new BlockIntake(
              mint.network(),
              store,
              new ChainPolicy(10, 1, 5, Set.of()),
              MutableClock.at(Instant.ofEpochSecond(TestBlocks.NOW)));
      SyncPace pace =
          new SyncPace(Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMillis(50), 7, 3);
      try (MainchainSync sync =
          MainchainSync.start(
              List.of(new RpcBlockSource(rpc, limits)),
              new SyncFeed(store, intake, pace, new Random(1)),
              SyncObserver.SILENT)) {
        int read = System.in.read();
        if (read >= 0) {
          throw new IllegalStateException("the parent says nothing: " + sync.progress());
        }
      }
    }
  }
}
