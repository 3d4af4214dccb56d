// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.calls;

import static org.elastos.smartweb.sandbox.abi.Errno.INVALID_ARGUMENT;
import static org.elastos.smartweb.sandbox.abi.Errno.OUTPUT_NOT_ALLOWED;

import java.nio.charset.StandardCharsets;
import org.elastos.smartweb.sandbox.internal.engine.FlatMemory;

/// The calls that need no handle.
final class SmallCalls {
  private static final int MAX_LOG_BYTES = 4_096;
  private static final int MAX_RANDOM_BYTES = 4_096;

  private final CallContext context;
  private final Confinement confinement;

  SmallCalls(CallContext context, Confinement confinement) {
    this.context = context;
    this.confinement = confinement;
  }

  /// A log line is a way out like any other.
  long log(int level, int address, int length, FlatMemory memory) {
    boolean shaped = level >= 0 && level <= 3 && length <= MAX_LOG_BYTES;
    if (!shaped || !memory.holds(address, length)) {
      return INVALID_ARGUMENT.number();
    }
    if (!confinement.mayGiveOut("log")) {
      return OUTPUT_NOT_ALLOWED.number();
    }
    context.log().accept(new String(memory.readBytes(address, length), StandardCharsets.UTF_8));
    return length;
  }

  /// 0: milliseconds since 1970. There is no finer clock.
  long clock(int which) {
    return which == 0 ? context.clock().millis() : INVALID_ARGUMENT.number();
  }

  long random(int address, int length, FlatMemory memory) {
    if (length > MAX_RANDOM_BYTES || !memory.holds(address, length)) {
      return INVALID_ARGUMENT.number();
    }
    byte[] drawn = new byte[length];
    context.random().nextBytes(drawn);
    memory.write(address, drawn, 0, length);
    return length;
  }
}
