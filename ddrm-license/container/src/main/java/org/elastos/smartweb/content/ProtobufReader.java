// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Walks over protobuf fields of the two kinds that DAG-PB and UnixFS use, numbers and byte
/// strings. Anything else ends the walk as failed. Not thread-safe.
final class ProtobufReader {
  private final ByteBuffer in;
  private int field;
  private long number;
  private byte @Nullable [] bytes;
  private boolean failed;

  ProtobufReader(ByteBuffer in) {
    this.in = in;
  }

  /// Moves to the next field; false at the end, or when the rest cannot be read.
  boolean next() {
    if (failed || !in.hasRemaining()) {
      return false;
    }
    long key = varint();
    int kind = (int) (key & 7);
    field = key >>> 3 > 15 ? 0 : (int) (key >>> 3);
    number = varint();
    bytes = null;
    failed |= field == 0 || (kind != 0 && kind != 2) || number < 0;
    if (!failed && kind == 2) {
      failed = number > in.remaining();
      bytes = new byte[failed ? 0 : (int) number];
      in.get(bytes);
    }
    return !failed;
  }

  int field() {
    return field;
  }

  long number() {
    return bytes == null ? number : -1;
  }

  byte @Nullable [] bytes() {
    return bytes;
  }

  boolean failed() {
    return failed;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      if (!in.hasRemaining()) {
        failed = true;
        return 0;
      }
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    failed = true;
    return 0;
  }
}
