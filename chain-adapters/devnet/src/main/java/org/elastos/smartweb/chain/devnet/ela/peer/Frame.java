// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.peer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.Sha256d;

/// One message: 24 bytes of header (magic, command, length, checksum) and the payload. Immutable.
record Frame(String command, Bytes payload) {
  private static final int HEADER = 24;
  private static final int COMMAND = 12;
  private static final int CHECKSUM = 4;

  /// The most that a message of a kind may hold; others may hold little and are passed over.
  private static final Map<String, Integer> MOST =
      Map.of(
          "version", 256,
          "verack", 0,
          "ping", 8,
          "pong", 8,
          "getblocks", 4 + 500 * 32 + 32,
          "inv", 4 + 50_000 * 36,
          "getdata", 4 + 50_000 * 36,
          "tx", 1_000_000,
          "txfilter", 60_000,
          "filterload", 60_000);

  private static final int MOST_OTHER = 65_536;

  /// Reads the next message; the length is checked before anything is allocated for it.
  ///
  /// @throws EOFException at the end
  /// @throws ProtocolException when the peer speaks something else
  static Frame read(InputStream in, long magic) throws IOException {
    byte[] header = exactly(in, HEADER);
    if (u32(header, 0) != magic) {
      throw new ProtocolException("another network's magic");
    }
    String command = command(header);
    long length = u32(header, 4 + COMMAND);
    if (length > MOST.getOrDefault(command, MOST_OTHER)) {
      throw new ProtocolException("a message that is too long");
    }
    byte[] payload = exactly(in, (int) length);
    byte[] sum = Arrays.copyOf(Sha256d.of(payload).bytes(), CHECKSUM);
    if (!Arrays.equals(sum, 0, CHECKSUM, header, HEADER - CHECKSUM, HEADER)) {
      throw new ProtocolException("a checksum that does not fit");
    }
    return new Frame(command, Bytes.of(payload));
  }

  /// The bytes of the message.
  byte[] encoded(long magic) {
    byte[] name = Arrays.copyOf(command.getBytes(StandardCharsets.ISO_8859_1), COMMAND);
    byte[] body = payload.bytes();
    return new ElaWriter()
        .u32(magic)
        .raw(name)
        .u32(body.length)
        .raw(Arrays.copyOf(Sha256d.of(body).bytes(), CHECKSUM))
        .raw(body)
        .toArray();
  }

  private static String command(byte[] header) throws ProtocolException {
    int end = 4;
    while (end < 4 + COMMAND && header[end] != 0) {
      end++;
    }
    if (end == 4 + COMMAND || end == 4) {
      throw new ProtocolException("a command without end or name");
    }
    for (int at = end; at < 4 + COMMAND; at++) {
      if (header[at] != 0) {
        throw new ProtocolException("a command that goes on behind its end");
      }
    }
    return new String(header, 4, end - 4, StandardCharsets.ISO_8859_1);
  }

  private static long u32(byte[] bytes, int at) {
    long value = 0;
    for (int i = 3; i >= 0; i--) {
      value = (value << 8) | Byte.toUnsignedLong(bytes[at + i]);
    }
    return value;
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the peer closed");
    }
    return bytes;
  }
}
