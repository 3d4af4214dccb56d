// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.p2p;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.elastos.smartweb.chain.mainchain.internal.Deadline;
import org.elastos.smartweb.chain.mainchain.internal.SourceFault;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Ping;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Pong;

/// A connection over which messages go both ways. It answers pings by itself and lets only so many
/// messages pass that nobody asked for. Not thread-safe.
final class PeerConnection implements Closeable {
  private static final int BUFFER = 64 << 10;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final PeerFrames frames;
  private final PeerLimits limits;
  private int unasked;
  private long received;

  private PeerConnection(Socket socket, PeerNetwork network, PeerLimits limits) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    this.out = socket.getOutputStream();
    this.frames = new PeerFrames(network.magic());
    this.limits = limits;
  }

  /// @throws SourceFault when there is no connection
  static PeerConnection open(InetSocketAddress address, PeerNetwork network, PeerLimits limits) {
    Socket socket = new Socket();
    try {
      InetSocketAddress resolved =
          new InetSocketAddress(address.getHostString(), address.getPort());
      socket.connect(resolved, Math.toIntExact(limits.connect().toMillis()));
      socket.setTcpNoDelay(true);
      return new PeerConnection(socket, network, limits);
    } catch (IOException e) {
      closeQuietly(socket, e);
      throw new SourceFault(Code.UNREACHABLE, "no connection", e);
    }
  }

  /// Does the work, and closes the connection under it when it takes too long.
  ///
  /// @throws SourceFault for whatever goes wrong with the connection
  <T> T within(Duration patience, Work<T> work) {
    unasked = 0;
    received = 0;
    Deadline deadline = Deadline.of(patience, socket);
    try (deadline) {
      return work.run();
    } catch (IOException e) {
      if (deadline.missed()) {
        throw new SourceFault(Code.TIMEOUT, "no whole answer in time", e);
      }
      boolean ended = e instanceof EOFException;
      throw new SourceFault(Code.CUT, ended ? "the peer hung up" : "the connection broke", e);
    }
  }

  void send(PeerMessage message) throws IOException {
    frames.write(out, new PeerFrame(message.command(), PeerCodec.encode(message).bytes()));
  }

  /// The next message that somebody else than this connection has to deal with.
  PeerMessage receive() throws IOException {
    while (true) {
      Optional<PeerFrame> frame = frames.read(in);
      if (frame.isEmpty()) {
        tolerate();
        continue;
      }
      received += PeerFrames.HEADER + frame.get().payload().length;
      PeerMessage message = decoded(frame.get());
      if (message instanceof Ping(long nonce)) {
        tolerate();
        send(new Pong(nonce));
        continue;
      }
      return message;
    }
  }

  /// How many bytes came since this work began.
  long received() {
    return received;
  }

  /// Counts a message that nobody asked for.
  void tolerate() {
    if (++unasked > limits.unasked()) {
      throw new SourceFault(Code.LOOP, "too many messages that nobody asked for");
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static PeerMessage decoded(PeerFrame frame) {
    return switch (PeerCodec.decode(frame.command(), frame.payload())) {
      case Decoded.Value<PeerMessage>(PeerMessage message) -> message;
      case Decoded.Refused<PeerMessage> refused ->
          throw new SourceFault(
              Code.SHAPE,
              frame.command().text() + ": " + refused.code().code() + " at " + refused.detail());
    };
  }

  private static void closeQuietly(Socket socket, IOException failure) {
    try {
      socket.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /// Work on the connection.
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }
}
