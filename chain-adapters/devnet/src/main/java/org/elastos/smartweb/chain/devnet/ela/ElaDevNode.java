// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.chain.devnet.ela.chain.DevChain;
import org.elastos.smartweb.chain.devnet.ela.peer.PeerServer;
import org.elastos.smartweb.chain.devnet.ela.rpc.RpcServer;
import org.elastos.smartweb.chain.ela.address.ElaAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An ELA mainchain of one's own: mines with real merge-mining proofs at an easy target, confirms
/// with development arbiters, serves JSON-RPC and the peer protocol on loopback, and keeps its
/// chain over restarts and crashes. A development tool: whoever reaches its ports may do anything.
/// Thread-safe.
public final class ElaDevNode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ElaDevNode.class);
  private static final int AT_ONCE = 50;

  private final DevChain chain;
  private final PeerServer peers;
  private final RpcServer rpc;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("ela-dev-miner").factory());

  private ElaDevNode(DevChain chain, PeerServer peers, RpcServer rpc) {
    this.chain = chain;
    this.peers = peers;
    this.rpc = rpc;
  }

  /// Opens the chain, mines what the settings ask for, and listens.
  ///
  /// @throws org.elastos.smartweb.chain.devnet.DevnetException when the directory holds another
  ///   chain, is in use or damaged
  public static ElaDevNode start(
      ElaDevSettings settings, InstantSource clock, SecureRandom random) {
    DevChain chain = DevChain.open(settings.directory(), settings.rules(), clock, random);
    try {
      if (settings.funded()) {
        fund(chain);
      }
      PeerServer peers = PeerServer.start(chain, clock, random, settings.peerPort());
      RpcServer rpc = serve(chain, peers, settings.rpcPort());
      ElaDevNode node = new ElaDevNode(chain, peers, rpc);
      node.mineEvery(settings.interval().toMillis());
      LOG.atWarn()
          .addKeyValue("height", chain.height())
          .addKeyValue("rpc", node.rpc())
          .addKeyValue("peer", node.peer())
          .addKeyValue("wallet", node.walletAddress())
          .log("ELA development node: a development tool, its coins are worth nothing");
      return node;
    } catch (RuntimeException e) {
      chain.close();
      throw e;
    }
  }

  /// Where JSON-RPC listens.
  public URI rpc() {
    return URI.create("http://127.0.0.1:" + rpc.port() + "/");
  }

  /// Where the peer protocol listens.
  public InetSocketAddress peer() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), peers.port());
  }

  /// The chain, for tests and controls in the same process.
  public DevChain chain() {
    return chain;
  }

  /// Who gets the rewards.
  public ElaAddress walletAddress() {
    return new ElaAddress(chain.wallet().owner());
  }

  private static RpcServer serve(DevChain chain, PeerServer peers, int port) {
    try {
      return RpcServer.start(chain, new Self(peers), port);
    } catch (RuntimeException e) {
      peers.close();
      throw e;
    }
  }

  private record Self(PeerServer server) implements RpcServer.NodeInfo {
    @Override
    public int peerPort() {
      return server.port();
    }

    @Override
    public int peers() {
      return server.peers();
    }
  }

  /// Until one reward can be spent.
  private static void fund(DevChain chain) {
    long missing = chain.rules().money().maturity() + 1 - chain.height();
    while (missing > 0) {
      int count = (int) Math.min(missing, AT_ONCE);
      chain.mine(count);
      missing -= count;
    }
  }

  private void mineEvery(long millis) {
    if (millis > 0) {
      var _ = timer.scheduleWithFixedDelay(this::mineOne, millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  private void mineOne() {
    try {
      chain.mine(1);
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("the development node stops mining");
      timer.shutdown();
    }
  }

  @Override
  public void close() {
    // Nothing is interrupted: that would close the block file under a writer's hands.
    timer.close();
    rpc.close();
    peers.close();
    chain.close();
  }
}
