// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/// A work that can be read at any position: one record is read, authenticated and decrypted at a
/// time, and nothing of a record is handed out before its tag was checked. Keeps one decrypted
/// record until it needs the next or is closed. Not thread-safe. The reader that gave it closes the
/// channel.
public final class Unlocked implements AutoCloseable {
  private final SeekableByteChannel channel;
  private final Core core;
  private final RecordCipher cipher;
  private final ByteBuffer sealed;
  private final byte[] plain;
  private long held = -1;
  private boolean closed;

  Unlocked(SeekableByteChannel channel, Core core, RecordCipher cipher) {
    this.channel = channel;
    this.core = core;
    this.cipher = cipher;
    this.sealed = ByteBuffer.allocate(core.pre().slot());
    this.plain = new byte[core.pre().slot()];
  }

  /// Length of the work in bytes.
  public long length() {
    return core.length();
  }

  /// Copies up to `count` bytes from `position` of the work to `target`.
  ///
  /// @return how many, or -1 at and after the end
  /// @throws DdrmException when a record is damaged or the disk refuses
  /// @throws IllegalStateException after close
  public int readInto(long position, byte[] target, int offset, int count) {
    if (closed) {
      throw new IllegalStateException("the work was closed");
    }
    if (position < 0 || offset < 0 || count < 0 || count > target.length - offset) {
      throw new IndexOutOfBoundsException("outside the target or the work");
    }
    if (position >= core.length()) {
      return -1;
    }
    int wanted = (int) Math.min(count, core.length() - position);
    int room = core.pre().slot() - Pre.TAG_BYTES;
    int done = 0;
    while (done < wanted) {
      long at = position + done;
      hold(at / room);
      int within = (int) (at % room);
      int take = Math.min(wanted - done, room - within);
      System.arraycopy(plain, within, target, offset + done, take);
      done += take;
    }
    return done;
  }

  private void hold(long record) {
    if (record == held) {
      return;
    }
    held = -1;
    boolean last = record == core.records() - 1;
    int slot = core.pre().slot();
    long start = core.head() + record * slot;
    sealed.clear().limit((int) Math.min(slot, core.fileLength() - start));
    try {
      DdrmReader.readFully(channel, start, sealed);
    } catch (IOException e) {
      throw new DdrmException("a container could not be read", e);
    }
    if (cipher.decrypt(new RecordCipher.Index(record, last), sealed.flip(), plain) < 0) {
      throw DdrmException.damaged(record);
    }
    held = record;
  }

  /// Wipes the record that is held.
  @Override
  public void close() {
    closed = true;
    held = -1;
    Arrays.fill(plain, (byte) 0);
  }
}
