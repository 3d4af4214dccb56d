// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.chain.ChainListener;
import org.elastos.smartweb.chain.devnet.ela.chain.DevChain;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens for peers on loopback, each on virtual threads of its own. Thread-safe.
public final class PeerServer implements ChainListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PeerServer.class);
  private static final int MOST_PEERS = 64;
  private static final long SERVICES = 7;
  private static final Bytes NAME =
      Bytes.of("smartweb-development-node".getBytes(StandardCharsets.US_ASCII));

  private final DevChain chain;
  private final InstantSource clock;
  private final SecureRandom random;
  private final ServerSocket server;
  private final Set<PeerSession> sessions = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private PeerServer(
      DevChain chain, InstantSource clock, SecureRandom random, ServerSocket server) {
    this.chain = chain;
    this.clock = clock;
    this.random = random;
    this.server = server;
  }

  /// Listens on a loopback port; 0 takes any.
  public static PeerServer start(
      DevChain chain, InstantSource clock, SecureRandom random, int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      PeerServer server = new PeerServer(chain, clock, random, socket);
      chain.listen(server);
      server.threads.execute(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The port.
  public int port() {
    return server.getLocalPort();
  }

  /// How many peers are connected.
  public int peers() {
    return sessions.size();
  }

  @Override
  public void tip(Hash256 hash) {
    sessions.forEach(session -> session.announce(hash));
  }

  @Override
  public void waiting(ElaTransaction transaction) {
    sessions.forEach(session -> session.announce(transaction));
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        if (sessions.size() >= MOST_PEERS) {
          socket.close();
        } else {
          PeerSession session = new PeerSession(chain, socket, ours());
          sessions.add(session);
          threads.execute(session.outbox()::run);
          threads.execute(() -> serve(session));
        }
      } catch (IOException e) {
        if (!server.isClosed()) {
          LOG.atWarn().setCause(e).log("a peer could not be accepted");
        }
      }
    }
  }

  private void serve(PeerSession session) {
    try {
      session.run();
    } catch (IOException e) {
      LOG.atDebug().addKeyValue("reason", e.getMessage()).log("a peer is gone");
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("a peer's session failed");
    } finally {
      session.outbox().close();
      sessions.remove(session);
    }
  }

  private Version ours() {
    long now = clock.instant().getEpochSecond();
    Version.Host host = new Version.Host(port(), random.nextLong(), chain.height());
    return new Version(Version.NAMED, SERVICES, now, host, true, NAME);
  }

  @Override
  public void close() {
    chain.unlisten(this);
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sessions.forEach(session -> session.outbox().close());
    threads.close();
  }
}
