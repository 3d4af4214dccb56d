// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.p2p;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.DposHeader;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.verify.PartialMerkleTree;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.GetBlocks;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Inventory;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.MerkleBlock;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Ping;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Pong;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Tx;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.TxFilter;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Verack;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Version;

/// A peer on loopback that serves a list of blocks, and misbehaves where a test tells it to.
/// Thread-safe.
public class FakePeer implements AutoCloseable {
  public static final PeerNetwork NETWORK = new PeerNetwork("test", 0xfe01_0203L, 1);

  private final ServerSocket server;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile List<DposBlock> blocks;

  /// @param blocks from height 1 up
  @SuppressWarnings("this-escape")
  public FakePeer(List<DposBlock> blocks) {
    this.blocks = List.copyOf(blocks);
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
  }

  public void serve(List<DposBlock> others) {
    blocks = List.copyOf(others);
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// The greeting.
  protected Version version() {
    return new Version(80_000, 3, 1, 20_338, 42, blocks.size(), false, Bytes.EMPTY);
  }

  /// Answers one message; tests change it.
  protected void answer(PeerMessage message, Wire wire) throws IOException {
    switch (message) {
      case Version _ -> {
        wire.send(version());
        wire.send(new Verack());
      }
      case Ping(long nonce) -> wire.send(new Pong(nonce));
      case GetBlocks(var locator, var _) -> announce(locator, wire);
      case Inventory wanted when wanted.command() == PeerCommand.GETDATA -> {
        for (Inventory.Item item : wanted.items()) {
          if (item.kind() == Inventory.Item.CONFIRMED_BLOCK) {
            serveWhole(item.hash(), wire);
          } else {
            serve(item.hash(), wire);
          }
        }
      }
      case TxFilter _, Verack _, Pong _ -> {}
      default -> throw new AssertionError("a light client does not send " + message);
    }
  }

  protected void announce(List<Hash256> locator, Wire wire) throws IOException {
    int from = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (locator.contains(blocks.get(i).block().header().hash())) {
        from = i + 1;
      }
    }
    List<Inventory.Item> items =
        blocks.subList(from, Math.min(blocks.size(), from + 500)).stream()
            .map(block -> new Inventory.Item(2, block.block().header().hash()))
            .toList();
    if (!items.isEmpty()) {
      wire.send(new Inventory(PeerCommand.INV, items));
    }
  }

  protected void serve(Hash256 hash, Wire wire) throws IOException {
    Optional<DposBlock> found =
        blocks.stream().filter(block -> block.block().header().hash().equals(hash)).findFirst();
    if (found.isEmpty()) {
      wire.send(new Inventory(PeerCommand.NOTFOUND, List.of(new Inventory.Item(3, hash))));
      return;
    }
    List<ElaTransaction> transactions = found.get().block().transactions();
    List<Hash256> ids = transactions.stream().map(ElaTransaction::txid).toList();
    wire.send(
        new MerkleBlock(
            new DposHeader(found.get().block().header(), found.get().confirm()),
            PartialMerkleTree.of(ids, new HashSet<>(ids))));
    for (ElaTransaction transaction : transactions) {
      wire.send(new Tx(transaction));
    }
  }

  /// Sends the whole block with its confirm; tests change it.
  protected void serveWhole(Hash256 hash, Wire wire) throws IOException {
    for (DposBlock block : blocks) {
      if (block.block().header().hash().equals(hash)) {
        wire.send(new PeerMessage.WholeBlock(block));
      }
    }
  }

  /// What goes to one client.
  public static final class Wire {
    private final OutputStream out;
    private final PeerFrames frames = new PeerFrames(NETWORK.magic());

    Wire(OutputStream out) {
      this.out = out;
    }

    public void send(PeerMessage message) throws IOException {
      frames.write(out, new PeerFrame(message.command(), PeerCodec.encode(message).bytes()));
    }

    public void raw(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      Wire wire = new Wire(socket.getOutputStream());
      PeerFrames frames = new PeerFrames(NETWORK.magic());
      while (true) {
        PeerFrame frame = frames.read(in).orElseThrow();
        answer(PeerCodec.decode(frame.command(), frame.payload()).orElseThrow(), wire);
      }
    } catch (IOException e) {
      // The client has gone, or a test closed the peer.
      sockets.remove(socket);
    }
  }
}
