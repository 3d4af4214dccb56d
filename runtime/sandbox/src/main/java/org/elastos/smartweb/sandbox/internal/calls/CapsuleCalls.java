// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.calls;

import static org.elastos.smartweb.sandbox.abi.Errno.BAD_HANDLE;
import static org.elastos.smartweb.sandbox.abi.Errno.HOST_FAULT;
import static org.elastos.smartweb.sandbox.abi.Errno.INVALID_ARGUMENT;
import static org.elastos.smartweb.sandbox.abi.Errno.LIMIT_EXCEEDED;
import static org.elastos.smartweb.sandbox.abi.Errno.UNSUPPORTED;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.elastos.smartweb.sandbox.abi.Handle;
import org.elastos.smartweb.sandbox.abi.MemoryWindow;
import org.elastos.smartweb.sandbox.abi.Syscall;
import org.elastos.smartweb.sandbox.internal.engine.FlatMemory;
import org.elastos.smartweb.sandbox.internal.engine.GuestCalls;
import org.elastos.smartweb.sandbox.internal.engine.GuestHalt;

/// Answers the calls of one running capsule. Used by the guest's thread only, apart from `finish`,
/// which comes after it.
public final class CapsuleCalls implements GuestCalls {
  private static final int STAT_BYTES = 32;

  private final CallContext context;
  private final HandleTable handles = new HandleTable();
  private final Opener opener;
  private final SmallCalls small;
  private final AuditTrail audit;
  private long calls;
  private Optional<RuntimeException> fault = Optional.empty();

  /// Calls of one run.
  public CapsuleCalls(CallContext context) {
    this.context = context;
    var confinement = new Confinement(context.manifest().appId(), context.manifest().release());
    this.opener = new Opener(context, handles, confinement);
    this.small = new SmallCalls(context, confinement);
    this.audit = new AuditTrail(context.audit(), context.clock(), context.releaseId());
  }

  @Override
  public long answer(Syscall call, long[] arguments, FlatMemory memory) {
    if (Thread.currentThread().isInterrupted()) {
      throw new GuestHalt(GuestHalt.Why.INTERRUPTED, 0);
    }
    if (++calls > context.manifest().limits().calls()) {
      throw new GuestHalt(GuestHalt.Why.CALLS, 0);
    }
    long result;
    try {
      result = serve(call, arguments, memory);
    } catch (GuestHalt halt) {
      audit.count(call, 0);
      throw halt;
    } catch (RuntimeException e) {
      fault = fault.isPresent() ? fault : Optional.of(e);
      result = HOST_FAULT.number();
    }
    audit.count(call, result);
    return result;
  }

  /// How many calls were made.
  public long calls() {
    return calls;
  }

  /// The first fault of the host's own parts, which the guest saw as `host_fault`.
  public Optional<RuntimeException> fault() {
    return fault;
  }

  /// Abandons what was left open and ends the audit.
  public void finish(String outcome) {
    for (Handle handle : handles.drain()) {
      try {
        handle.abandon();
      } catch (RuntimeException e) {
        fault = fault.isPresent() ? fault : Optional.of(e);
      }
    }
    audit.end(outcome);
  }

  private long serve(Syscall call, long[] a, FlatMemory memory) {
    return switch (call) {
      case ABI_INFO -> a[0] == 0 ? Syscall.ABI : INVALID_ARGUMENT.number();
      case LOG -> small.log((int) a[0], (int) a[1], (int) a[2], memory);
      case CLOCK -> small.clock((int) a[0]);
      case RANDOM -> small.random((int) a[0], (int) a[1], memory);
      case EXIT -> throw new GuestHalt(GuestHalt.Why.EXIT, (int) a[0]);
      case OPEN -> opener.open((int) a[0], (int) a[1], (int) a[2], memory);
      case CLOSE, STAT, SEEK, READ, WRITE, CONFIGURE, QUERY -> onHandle(call, a, memory);
      case WAIT, CONTROL, NEXT, SEND, GET, PUT, DELETE, SECRET_USE, SELF_LENGTH, SELF_READ ->
          UNSUPPORTED.number();
    };
  }

  private long onHandle(Syscall call, long[] a, FlatMemory memory) {
    int number = (int) a[0];
    Handle handle = handles.get(number);
    if (handle == null) {
      return BAD_HANDLE.number();
    }
    return switch (call) {
      case CLOSE -> close(number, handle);
      case SEEK -> seek(handle, a[1], (int) a[2]);
      case CONFIGURE -> handle.configure((int) a[1], a[2]);
      case QUERY -> handle.query((int) a[1]);
      default -> transfer(call, handle, (int) a[1], (int) a[2], memory);
    };
  }

  private long close(int number, Handle handle) {
    handles.remove(number);
    return handle.close();
  }

  private static long seek(Handle handle, long offset, int whence) {
    long base =
        switch (whence) {
          case 0 -> 0;
          case 1 -> handle.position();
          case 2 -> handle.length();
          default -> -1;
        };
    if (base < 0 || offset > Long.MAX_VALUE - base) {
      return INVALID_ARGUMENT.number();
    }
    return base + offset < 0 ? INVALID_ARGUMENT.number() : handle.seek(base + offset);
  }

  private static long transfer(
      Syscall call, Handle handle, int address, int length, FlatMemory memory) {
    if (!memory.holds(address, length)) {
      return INVALID_ARGUMENT.number();
    }
    MemoryWindow window = memory.lend(address, length);
    try {
      return switch (call) {
        case READ -> checked(handle.read(window), length);
        case WRITE -> checked(handle.write(window), length);
        default -> stat(handle, window);
      };
    } finally {
      window.revoke();
    }
  }

  /// A provider that claims more than the window holds is the host's fault, not the guest's.
  private static int checked(int moved, int length) {
    if (moved > length) {
      throw new IllegalStateException("a handle moved more bytes than were lent");
    }
    return moved;
  }

  private static long stat(Handle handle, MemoryWindow window) {
    if (window.length() < STAT_BYTES) {
      return LIMIT_EXCEEDED.number();
    }
    ByteBuffer.wrap(window.array(), window.offset(), STAT_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(1)
        .putLong(handle.length())
        .putLong(handle.position())
        .putLong(0);
    return STAT_BYTES;
  }
}
