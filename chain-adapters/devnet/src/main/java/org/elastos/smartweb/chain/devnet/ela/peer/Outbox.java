// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.chain.Bytes;

/// What is on its way to a peer: a short queue that one thread writes out. A peer that does not
/// read is cut off. Thread-safe.
final class Outbox implements AutoCloseable {
  private static final int MOST = 64;
  private static final long PATIENCE_SECONDS = 30;

  private final Socket socket;
  private final long magic;
  private final BlockingQueue<Frame> queue = new ArrayBlockingQueue<>(MOST);
  private volatile boolean open = true;

  Outbox(Socket socket, long magic) {
    this.socket = socket;
    this.magic = magic;
  }

  boolean isOpen() {
    return open && !socket.isClosed();
  }

  /// Sends in order; waits while the peer reads slowly.
  void put(String command, Bytes payload) throws IOException {
    try {
      if (!open || !queue.offer(new Frame(command, payload), PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        close();
        throw new ProtocolException("a peer that does not read");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// Sends news without waiting: a peer whose queue is full learns them when it asks.
  boolean offer(String command, Bytes payload) {
    return open && queue.offer(new Frame(command, payload));
  }

  /// Writes until it is closed.
  void run() {
    try (OutputStream out = socket.getOutputStream()) {
      while (isOpen()) {
        Frame frame = queue.poll(1, TimeUnit.SECONDS);
        if (frame != null && open) {
          out.write(frame.encoded(magic));
          out.flush();
        }
      }
    } catch (IOException e) {
      // The reading side ends the session when the socket is gone.
      close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  @Override
  public void close() {
    open = false;
    // Wakes whoever waits at either end.
    queue.clear();
    queue.offer(new Frame("", Bytes.EMPTY));
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to do with a socket that cannot even be closed.
      open = false;
    }
  }
}
