// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.elastos.smartweb.sandbox.abi.MemoryWindow;
import org.elastos.smartweb.sandbox.kinds.ContentSource;

/// The test sounds.
final class Samples {
  private Samples() {}

  static byte[] bytes(String name) {
    try (InputStream in = Samples.class.getResourceAsStream("/audio/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Hands out at most `record` bytes a time, as a container does.
  static ContentSource source(byte[] bytes, int record) {
    return new ContentSource() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public int readInto(long position, MemoryWindow window) {
        int left = (int) Math.min(bytes.length - position, record - position % record);
        int moved = Math.min(left, window.length());
        System.arraycopy(bytes, (int) position, window.array(), window.offset(), moved);
        return moved;
      }
    };
  }
}
