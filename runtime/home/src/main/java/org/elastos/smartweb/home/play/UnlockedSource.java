// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.play;

import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.ddrm.DdrmException;
import org.elastos.smartweb.ddrm.DdrmReader;
import org.elastos.smartweb.ddrm.Unlocked;
import org.elastos.smartweb.sandbox.abi.MemoryWindow;
import org.elastos.smartweb.sandbox.kinds.ContentSource;
import org.elastos.smartweb.sandbox.kinds.DamagedContentException;

/// An unlocked work as the capsule's stream: each read decrypts straight into the guest's memory.
/// Owns the key and the file; read by the guest's thread, closed after that thread has ended.
final class UnlockedSource implements ContentSource, AutoCloseable {
  private final DdrmReader file;
  private final SecretBytes key;
  private final Unlocked work;

  UnlockedSource(DdrmReader file, SecretBytes key, Unlocked work) {
    this.file = file;
    this.key = key;
    this.work = work;
  }

  @Override
  public long length() {
    return work.length();
  }

  @Override
  public int readInto(long position, MemoryWindow window) {
    try {
      int read = work.readInto(position, window.array(), window.offset(), window.length());
      return Math.max(read, 0);
    } catch (DdrmException e) {
      throw new DamagedContentException(e);
    }
  }

  @Override
  public void close() {
    work.close();
    key.close();
    file.close();
  }
}
