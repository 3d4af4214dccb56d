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

  /// What the pages of a file say.
  ///
  /// @param streams how many logical streams begin in it
  /// @param cut whether it ends inside a page
  record Layout(int streams, boolean cut) {}

  /// Walks to where no page follows, as players do: what stands behind the last page is theirs who
  /// put it there.
  static Layout layout(Path file) {
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
          return new Layout(streams, true);
        }
        at += HEADER + lacing.capacity() + body(lacing);
        if (at > in.size()) {
          return new Layout(streams, true);
        }
      }
      return new Layout(streams, beginsPage(in, at));
    } catch (IOException e) {
      throw new UncheckedIOException("the work cannot be read", e);
    }
  }

  /// Whether what is left, less than a header, is how a page begins.
  private static boolean beginsPage(SeekableByteChannel in, long at) throws IOException {
    long left = in.size() - at;
    if (left < Integer.BYTES || left >= HEADER) {
      return false;
    }
    ByteBuffer mark = ByteBuffer.allocate(Integer.BYTES);
    return read(in, at, mark) && mark.getInt(0) == CAPTURE;
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
