// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file that is opened, and what it held before lost, only when something is written: a command
/// that is refused leaves it as it was. Not thread-safe.
final class FileOnFirstByte extends OutputStream {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private @Nullable OutputStream opened;

  FileOnFirstByte(Path file) {
    this.file = file;
  }

  @Override
  public void write(int octet) throws IOException {
    opened().write(octet);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    opened().write(bytes, offset, count);
  }

  @Override
  public void flush() throws IOException {
    if (opened != null) {
      opened.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (opened != null) {
      opened.close();
    }
  }

  private OutputStream opened() throws IOException {
    OutputStream known = opened;
    if (known == null) {
      known = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
      opened = known;
    }
    return known;
  }
}
