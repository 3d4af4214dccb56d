// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.TreeMap;

/// A file in memory that may be mostly holes, and that counts what was read.
final class MemoryChannel implements SeekableByteChannel {
  private final TreeMap<Long, byte[]> pieces = new TreeMap<>();
  private final long size;
  private long position;
  private boolean open = true;
  long bytesRead;

  MemoryChannel(byte[] whole) {
    this.size = whole.length;
    pieces.put(0L, whole);
  }

  MemoryChannel(long size) {
    this.size = size;
  }

  MemoryChannel piece(long at, byte[] bytes) {
    pieces.put(at, bytes);
    return this;
  }

  @Override
  public int read(ByteBuffer target) {
    if (position >= size) {
      return -1;
    }
    var piece = pieces.floorEntry(position);
    long within = position - piece.getKey();
    int take = (int) Math.min(target.remaining(), piece.getValue().length - within);
    target.put(piece.getValue(), (int) within, take);
    position += take;
    bytesRead += take;
    return take;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public SeekableByteChannel truncate(long newSize) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }
}
