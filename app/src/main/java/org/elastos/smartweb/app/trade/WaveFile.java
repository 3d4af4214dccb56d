// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Puts the true lengths into a WAVE file that was written as a stream. Stateless.
public final class WaveFile {
  private static final int HEADER = 44;
  private static final int RIFF_LENGTH_AT = 4;
  private static final int DATA_LENGTH_AT = 40;
  private static final long MOST = 0xFFFF_FFFEL;

  private WaveFile() {}

  /// States the lengths of a file of so many bytes, unless they are beyond what the format can say.
  public static void stateLength(Path file, long bytes) throws IOException {
    if (bytes < HEADER || bytes > MOST) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      write(channel, RIFF_LENGTH_AT, bytes - 8);
      write(channel, DATA_LENGTH_AT, bytes - HEADER);
    }
  }

  private static void write(FileChannel channel, long at, long value) throws IOException {
    ByteBuffer field = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    field.putInt((int) value).flip();
    while (field.hasRemaining()) {
      channel.write(field, at + field.position());
    }
  }
}
