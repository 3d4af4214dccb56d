// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.p2p;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Sha256d;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.elastos.smartweb.chain.mainchain.internal.SourceFault;

/// Frames of the peer-to-peer protocol: magic, command, length and checksum around a payload. The
/// length is checked against the command's limit before anything is allocated, and memory grows
/// only with the bytes that really came. Not thread-safe.
final class PeerFrames {
  static final int HEADER = 24;

  private static final int COMMAND = 12;
  private static final int CHECKSUM = 4;
  private static final int CHUNK = 64 << 10;

  private final int magic;
  private final Sha256d digest = new Sha256d();

  /// @param magic of the network, an unsigned 32-bit number
  PeerFrames(long magic) {
    this.magic = (int) magic;
  }

  /// The next frame, or nothing when its command is unknown; such a payload is read and dropped.
  ///
  /// @throws SourceFault when the header, the length or the checksum is wrong
  Optional<PeerFrame> read(InputStream in) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(exactly(in, HEADER)).order(ByteOrder.LITTLE_ENDIAN);
    if (header.getInt() != magic) {
      throw new SourceFault(Code.WRONG_NETWORK, "a message of another network");
    }
    byte[] name = new byte[COMMAND];
    header.get(name);
    Optional<PeerCommand> command = PeerCommand.named(command(name));
    long length = header.getInt() & 0xffff_ffffL;
    int longest = command.map(PeerCommand::longest).orElse(CHUNK);
    if (length > longest) {
      throw new SourceFault(Code.TOO_LARGE, "a payload longer than its command allows");
    }
    byte[] payload = exactly(in, (int) length);
    byte[] expected = new byte[CHECKSUM];
    header.get(expected);
    if (!Arrays.equals(expected, checksum(payload))) {
      throw new SourceFault(Code.SHAPE, "a wrong checksum");
    }
    return command.map(known -> new PeerFrame(known, payload));
  }

  void write(OutputStream out, PeerFrame frame) throws IOException {
    byte[] payload = frame.payload();
    ByteBuffer whole = ByteBuffer.allocate(HEADER + payload.length).order(ByteOrder.LITTLE_ENDIAN);
    byte[] name = frame.command().text().getBytes(StandardCharsets.US_ASCII);
    whole.putInt(magic).put(Arrays.copyOf(name, COMMAND)).putInt(payload.length);
    whole.put(checksum(payload)).put(payload);
    out.write(whole.array());
    out.flush();
  }

  private byte[] checksum(byte[] payload) {
    byte[] whole = new byte[Hash256.BYTES];
    digest.hash(payload, 0, payload.length, whole, 0);
    return Arrays.copyOf(whole, CHECKSUM);
  }

  /// Letters and digits, then zero bytes only, at least one.
  private static String command(byte[] name) {
    int end = 0;
    while (end < name.length && name[end] >= '0' && name[end] <= 'z') {
      end++;
    }
    boolean ends = end > 0 && end < name.length;
    for (int i = end; i < name.length; i++) {
      ends &= name[i] == 0;
    }
    if (!ends) {
      throw new SourceFault(Code.SHAPE, "a command that is no name");
    }
    return new String(name, 0, end, StandardCharsets.US_ASCII);
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] read = new byte[Math.min(length, CHUNK)];
    int filled = 0;
    while (filled < length) {
      if (filled == read.length) {
        read = Arrays.copyOf(read, (int) Math.min(length, 2L * read.length));
      }
      int count = in.read(read, filled, read.length - filled);
      if (count < 0) {
        throw new EOFException("the connection ended inside a message");
      }
      filled += count;
    }
    return read;
  }
}
