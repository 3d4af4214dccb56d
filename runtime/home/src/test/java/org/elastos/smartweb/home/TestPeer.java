// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.elastos.smartweb.content.BlockProvider;
import org.elastos.smartweb.content.Cid;
import org.elastos.smartweb.content.FileBlocks;
import org.elastos.smartweb.content.StoredBlock;

/// A peer that serves blocks, honestly or not. For tests.
final class TestPeer implements AutoCloseable {
  final ConcurrentLinkedQueue<Cid> asked = new ConcurrentLinkedQueue<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockProvider blocks;
  private final Behaviour behaviour;

  /// What a peer does with a block that it has.
  interface Behaviour {
    /// The bytes to send, or nothing to drop the connection.
    Optional<byte[]> send(Cid cid, byte[] block);
  }

  TestPeer(BlockProvider blocks, Behaviour behaviour) {
    this.blocks = blocks;
    this.behaviour = behaviour;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/ipfs/", this::answer);
    server.start();
  }

  static TestPeer honest(BlockProvider blocks) {
    return new TestPeer(blocks, (cid, block) -> Optional.of(block));
  }

  /// Changes this one block.
  static TestPeer lying(BlockProvider blocks, Cid victim, UnaryOperator<byte[]> change) {
    return new TestPeer(
        blocks, (cid, block) -> Optional.of(cid.equals(victim) ? change.apply(block) : block));
  }

  /// Drops every connection from this block on.
  static TestPeer dyingAt(BlockProvider blocks, Cid last) {
    return new TestPeer(
        blocks,
        new Behaviour() {
          private volatile boolean dead;

          @Override
          public Optional<byte[]> send(Cid cid, byte[] block) {
            dead |= cid.equals(last);
            return dead ? Optional.empty() : Optional.of(block);
          }
        });
  }

  /// Holds this block back until the latch opens.
  static TestPeer holding(BlockProvider blocks, Cid held, CountDownLatch gate) {
    return new TestPeer(
        blocks,
        (cid, block) -> {
          if (cid.equals(held)) {
            awaitGate(gate);
          }
          return Optional.of(block);
        });
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Cid cid = Cid.parse(path.substring("/ipfs/".length())).orElseThrow();
      asked.add(cid);
      Optional<StoredBlock> block = blocks.find(cid);
      if (block.isEmpty()) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      Optional<byte[]> bytes = behaviour.send(cid, FileBlocks.read(block.get()));
      if (bytes.isPresent()) {
        exchange.sendResponseHeaders(200, bytes.get().length);
        exchange.getResponseBody().write(bytes.get());
      }
    }
  }

  private static void awaitGate(CountDownLatch gate) {
    try {
      if (!gate.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the gate stayed shut");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
