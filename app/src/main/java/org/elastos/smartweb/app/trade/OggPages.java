// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Walks over the pages of an Ogg file (RFC 3533) without reading their bodies. Stateless.
final class OggPages {
  private static final int HEADER = 27;
  private static final int CAPTURE = 0x4F676753;
  private static final int FLAGS_AT = 5;
  private static final int BEGIN_OF_STREAM = 2;

  private OggPages() {}

  /// How many logical streams begin in the file. Ends where no page follows, as players do.
  static int streams(Path file) {
    int streams = 0;
    try (SeekableByteChannel in = Files.newByteChannel(file)) {
      long at = 0;
      ByteBuffer header = ByteBuffer.allocate(HEADER);
      while (read(in, at, header) && header.getInt(0) == CAPTURE) {
        if ((header.get(FLAGS_AT) & BEGIN_OF_STREAM) != 0) {
          streams++;
        }
        ByteBuffer lacing = ByteBuffer.allocate(header.get(HEADER - 1) & 0xFF);
        if (!read(in, at + HEADER, lacing)) {
          return streams;
        }
        at += HEADER + lacing.capacity() + body(lacing);
      }
      return streams;
    } catch (IOException e) {
      throw new UncheckedIOException("the work cannot be read", e);
    }
  }

  private static int body(ByteBuffer lacing) {
    int sum = 0;
    while (lacing.hasRemaining()) {
      sum += lacing.get() & 0xFF;
    }
    return sum;
  }

  /// Fills the buffer from a place; false when the file ends before.
  private static boolean read(SeekableByteChannel in, long at, ByteBuffer buffer)
      throws IOException {
    buffer.clear();
    in.position(at);
    while (buffer.hasRemaining()) {
      if (in.read(buffer) < 0) {
        return false;
      }
    }
    buffer.flip();
    return true;
  }
}
