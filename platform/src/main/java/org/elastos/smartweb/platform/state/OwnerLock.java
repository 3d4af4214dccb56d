// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.elastos.smartweb.platform.PlatformException;

/// An exclusive lock on a directory's owner. The kernel frees it when the process ends, however it
/// ends, so no stale lock can stop the next start. Thread-safe.
public final class OwnerLock implements AutoCloseable {
  private final FileChannel channel;

  private OwnerLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the lock at once or refuses.
  ///
  /// @throws PlatformException naming the process that holds it
  public static OwnerLock take(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new PlatformException("another running process uses this directory; stop it first")
            .with("pid", Files.readString(file).strip())
            .with("lock", file);
      }
      channel.truncate(0);
      byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
      channel.write(ByteBuffer.wrap(pid), 0);
      return new OwnerLock(channel);
    } catch (IOException e) {
      throw new PlatformException("the lock file cannot be opened", e).with("lock", file);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Another object of this very process holds it, which is the same refusal.
      return false;
    }
  }

  /// Frees the lock; calling again changes nothing.
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new PlatformException("the lock cannot be released", e);
    }
  }
}
