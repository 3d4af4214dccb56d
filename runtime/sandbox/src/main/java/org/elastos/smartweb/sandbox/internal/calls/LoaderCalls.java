// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.calls;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.sandbox.abi.Errno;
import org.elastos.smartweb.sandbox.abi.Syscall;
import org.elastos.smartweb.sandbox.internal.engine.FlatMemory;
import org.elastos.smartweb.sandbox.internal.engine.GuestCalls;
import org.elastos.smartweb.sandbox.internal.engine.GuestHalt;

/// Answers the bundle's own loader: it may read the bundle's modules and nothing else.
public final class LoaderCalls implements GuestCalls {
  private final List<byte[]> modules;

  /// Serves these modules, the very bytes that are about to run.
  public LoaderCalls(List<Bytes> modules) {
    this.modules = modules.stream().map(Bytes::bytes).toList();
  }

  @Override
  public long answer(Syscall call, long[] arguments, FlatMemory memory) {
    return switch (call) {
      case ABI_INFO -> Syscall.ABI;
      case EXIT -> throw new GuestHalt(GuestHalt.Why.EXIT, (int) arguments[0]);
      case SELF_LENGTH -> length((int) arguments[0]);
      case SELF_READ ->
          read((int) arguments[0], arguments[1], (int) arguments[2], (int) arguments[3], memory);
      default -> Errno.DENIED.number();
    };
  }

  private long length(int module) {
    return module >= 0 && module < modules.size()
        ? modules.get(module).length
        : Errno.NOT_FOUND.number();
  }

  private long read(int module, long position, int address, int length, FlatMemory memory) {
    long whole = length(module);
    if (whole < 0) {
      return whole;
    }
    if (position < 0 || position > whole || !memory.holds(address, length)) {
      return Errno.INVALID_ARGUMENT.number();
    }
    int moved = (int) Math.min(length, whole - position);
    memory.write(address, modules.get(module), (int) position, moved);
    return moved;
  }
}
