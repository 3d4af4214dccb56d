// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.peer;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A peer with a raw socket, whose framing is written from the protocol's description alone.
final class TestPeer implements AutoCloseable {
  private static final int MAGIC = 2_018_201;

  private final Socket socket = new Socket();
  private final DataInputStream in;

  /// A received message.
  record Message(String command, byte[] payload) {
    ByteBuffer body() {
      return ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private TestPeer(InetSocketAddress node) throws IOException {
    socket.connect(node, 10_000);
    socket.setSoTimeout(20_000);
    in = new DataInputStream(socket.getInputStream());
  }

  /// Connects without a handshake.
  static TestPeer silent(InetSocketAddress node) throws IOException {
    return new TestPeer(node);
  }

  /// Connects and shakes hands.
  static TestPeer greeted(InetSocketAddress node) throws IOException {
    TestPeer peer = new TestPeer(node);
    peer.send("version", version());
    Message theirs = peer.receive();
    if (!theirs.command.equals("version") || theirs.payload.length < 36) {
      throw new AssertionError(theirs.command);
    }
    if (!peer.receive().command.equals("verack")) {
      throw new AssertionError("no verack");
    }
    peer.send("verack", new byte[0]);
    return peer;
  }

  /// Reads a text with its length in front.
  static String text(ByteBuffer in) {
    byte[] bytes = new byte[in.get()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  static byte[] version() {
    return ByteBuffer.allocate(36)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(80_000)
        .putLong(0)
        .putInt(1)
        .putShort((short) 0)
        .putLong(42)
        .putLong(0)
        .put((byte) 1)
        .put((byte) 0)
        .array();
  }

  void send(String command, byte[] payload) throws IOException {
    send(command, payload, payload.length);
  }

  /// Sends a header that claims any length.
  void send(String command, byte[] payload, int length) throws IOException {
    byte[] name = Arrays.copyOf(command.getBytes(StandardCharsets.US_ASCII), 12);
    ByteBuffer frame = ByteBuffer.allocate(24 + payload.length).order(ByteOrder.LITTLE_ENDIAN);
    frame.putInt(MAGIC).put(name).putInt(length).put(checksum(payload)).put(payload);
    raw(frame.array());
  }

  void raw(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  void send(String command, String hex) throws IOException {
    send(command, HexFormat.of().parseHex(hex));
  }

  Message receive() throws IOException {
    byte[] header = new byte[24];
    in.readFully(header);
    ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    if (fields.getInt() != MAGIC) {
      throw new AssertionError("another magic");
    }
    byte[] payload = new byte[fields.getInt(16)];
    in.readFully(payload);
    if (!Arrays.equals(checksum(payload), Arrays.copyOfRange(header, 20, 24))) {
      throw new AssertionError("another checksum");
    }
    return new Message(
        new String(header, 4, 12, StandardCharsets.US_ASCII).replace("\0", ""), payload);
  }

  /// The next message of a kind; others are passed over.
  Message receive(String command) throws IOException {
    Message message = receive();
    while (!message.command.equals(command)) {
      message = receive();
    }
    return message;
  }

  /// Whether the node hangs up.
  boolean isCutOff() throws IOException {
    try {
      in.readAllBytes();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static byte[] checksum(byte[] payload) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return Arrays.copyOf(sha.digest(sha.digest(payload)), 4);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
