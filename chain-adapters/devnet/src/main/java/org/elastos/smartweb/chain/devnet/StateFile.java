// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/// The chain's state on disk. Anvil writes its file in place, so a kill can tear it: every complete
/// version is therefore kept beside it (`.good`, replaced atomically), and a torn file is put back
/// from there. Used by one thread at a time.
final class StateFile {
  private final Path file;
  private final Path good;
  private FileTime kept = FileTime.fromMillis(0);

  StateFile(Path file) {
    this.file = file;
    this.good = file.resolveSibling(file.getFileName() + ".good");
  }

  /// Makes the file complete before a start.
  ///
  /// @return whether there is a chain to go on with
  /// @throws DevnetException when only a torn file is left: starting anew would silently lose it
  boolean restore() {
    try {
      if (isComplete(file)) {
        return true;
      }
      if (isComplete(good)) {
        Files.copy(good, file, StandardCopyOption.REPLACE_EXISTING);
        return true;
      }
      if (Files.exists(file) || Files.exists(good)) {
        throw new DevnetException(
            "the development chain's state is torn and has no good copy; remove it to start anew",
            Map.of("file", file.toString()));
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Keeps the file as the good copy if it changed and is complete; otherwise changes nothing.
  void keep() {
    try {
      FileTime modified = Files.getLastModifiedTime(file);
      if (modified.equals(kept)) {
        return;
      }
      byte[] content = Files.readAllBytes(file);
      if (isComplete(content)) {
        replaceGood(content);
        kept = modified;
      }
    } catch (NoSuchFileException e) {
      kept = FileTime.fromMillis(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replaceGood(byte[] content) throws IOException {
    Path next = good.resolveSibling(good.getFileName() + ".next");
    Files.write(next, content);
    try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(next, good, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean isComplete(Path path) throws IOException {
    return Files.exists(path) && isComplete(Files.readAllBytes(path));
  }

  /// Whether these bytes are one whole JSON object and not the beginning of one.
  static boolean isComplete(byte[] json) {
    int depth = 0;
    boolean text = false;
    for (int i = 0; i < json.length; i++) {
      byte at = json[i];
      if (text) {
        i += at == '\\' ? 1 : 0;
        text = at != '"';
      } else if (at == '"') {
        text = true;
      } else if (at == '{' || at == '[') {
        depth++;
      } else if (at == '}' || at == ']') {
        depth--;
        if (depth == 0) {
          return json[0] == '{' && onlySpaceFrom(json, i + 1);
        }
      }
    }
    return false;
  }

  private static boolean onlySpaceFrom(byte[] json, int start) {
    for (int i = start; i < json.length; i++) {
      if (!Character.isWhitespace(json[i])) {
        return false;
      }
    }
    return true;
  }
}
