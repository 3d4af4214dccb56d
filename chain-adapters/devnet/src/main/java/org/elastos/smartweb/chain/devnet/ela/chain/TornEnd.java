// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What stands where a record of the block file does not hold, and whether a crash while it was
/// written explains that. A write reaches the disk in sectors: some arrive, the others are missing
/// at the end or are zeros. Anything else is damage, a changed length above all: what a record
/// holds says by itself where it ends, so a length that leads elsewhere was not written so.
///
/// @param at where the record begins
/// @param end of the file
record TornEnd(Bytes file, long at, long end) {
  private static final int SECTOR = 512;
  private static final int CHECKSUM = 4;

  /// Reads bytes of the file.
  @FunctionalInterface
  interface Bytes {
    byte[] read(long at, int length);
  }

  /// @param length what the record says of its content, -1 for what no record may say
  boolean explains(int length) {
    if (onlyZeros(at, end)) {
      return true;
    }
    if (length < 0 || at + 4 + length + CHECKSUM < end) {
      return false;
    }
    return missesSectors() || (at + 4 + length + CHECKSUM > end && endsBeyond());
  }

  /// Whether what the record holds, as far as it is there, leads past the end of the file: {fork,
  /// count, count × {length, block}}.
  private boolean endsBeyond() {
    long next = at + 4 + 8;
    if (next > end) {
      return true;
    }
    long count = number(at + 8);
    for (long i = 0; i < count; i++) {
      if (next + 4 > end) {
        return true;
      }
      next += 4 + number(next);
    }
    return next + CHECKSUM > end;
  }

  private boolean missesSectors() {
    long from = at;
    while (from < end) {
      long to = Math.min(end, (from / SECTOR + 1) * SECTOR);
      if (to - from >= CHECKSUM && onlyZeros(from, to)) {
        return true;
      }
      from = to;
    }
    return false;
  }

  private boolean onlyZeros(long from, long to) {
    for (long place = from; place < to; place += SECTOR) {
      for (byte each : file.read(place, (int) Math.min(SECTOR, to - place))) {
        if (each != 0) {
          return false;
        }
      }
    }
    return true;
  }

  private long number(long place) {
    return Integer.toUnsignedLong(
        ByteBuffer.wrap(file.read(place, 4)).order(ByteOrder.LITTLE_ENDIAN).getInt());
  }
}
