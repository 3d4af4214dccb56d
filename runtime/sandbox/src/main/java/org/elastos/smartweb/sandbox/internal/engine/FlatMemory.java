// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.engine;

import static java.lang.invoke.MethodHandles.byteArrayViewVarHandle;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Objects;
import org.elastos.smartweb.sandbox.abi.MemoryWindow;
import run.endive.runtime.ConstantEvaluators;
import run.endive.runtime.Instance;
import run.endive.runtime.WasmRuntimeException;
import run.endive.wasm.UninstantiableException;
import run.endive.wasm.types.ActiveDataSegment;
import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.PassiveDataSegment;

/// A guest's linear memory in one array, so that the host can decrypt straight into it. Capped;
/// growing wipes the old array, closing wipes the last one. Used by the guest's thread only;
/// `close` after that thread has ended.
public final class FlatMemory extends UnsharedMemory implements AutoCloseable {
  private static final VarHandle SHORTS = byteArrayViewVarHandle(short[].class, LITTLE_ENDIAN);
  private static final VarHandle INTS = byteArrayViewVarHandle(int[].class, LITTLE_ENDIAN);
  private static final VarHandle LONGS = byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);
  private static final VarHandle FLOATS = byteArrayViewVarHandle(float[].class, LITTLE_ENDIAN);
  private static final VarHandle DOUBLES = byteArrayViewVarHandle(double[].class, LITTLE_ENDIAN);

  private final int initialPages;
  private final int maximumPages;
  private byte[] bytes;
  private DataSegment[] segments = {};

  /// Memory of the module's own size, growing to the lower of its own maximum and `cap` pages.
  public FlatMemory(MemoryLimits limits, int cap) {
    if (limits.shared() || limits.initialPages() > cap) {
      throw new IllegalArgumentException("memory outside its cap");
    }
    this.initialPages = limits.initialPages();
    this.maximumPages = Math.min(limits.maximumPages(), cap);
    this.bytes = new byte[initialPages * PAGE_SIZE];
  }

  /// Lends a stretch of guest memory, or fails where it does not lie inside.
  ///
  /// @throws IndexOutOfBoundsException outside the memory
  public MemoryWindow lend(int address, int length) {
    return new MemoryWindow(bytes, address, length);
  }

  /// Lends all of the guest's memory.
  public MemoryWindow lendAll() {
    return new MemoryWindow(bytes, 0, bytes.length);
  }

  /// Whether the stretch lies inside the memory.
  public boolean holds(int address, int length) {
    return address >= 0 && length >= 0 && (long) address + length <= bytes.length;
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
    bytes = new byte[0];
  }

  @Override
  public int pages() {
    return bytes.length / PAGE_SIZE;
  }

  @Override
  public int grow(int more) {
    int before = pages();
    if (more < 0 || (long) before + more > maximumPages) {
      return -1;
    }
    if (more > 0) {
      byte[] old = bytes;
      bytes = Arrays.copyOf(old, (before + more) * PAGE_SIZE);
      Arrays.fill(old, (byte) 0);
    }
    return before;
  }

  @Override
  public int initialPages() {
    return initialPages;
  }

  @Override
  public int maximumPages() {
    return maximumPages;
  }

  @Override
  public void initialize(Instance instance, DataSegment[] data) {
    initialize(instance, data, 0);
  }

  @Override
  public void initialize(Instance instance, DataSegment[] data, int memoryIndex) {
    segments = data == null ? new DataSegment[0] : data.clone();
    for (DataSegment segment : segments) {
      if (segment instanceof ActiveDataSegment active && active.index() == memoryIndex) {
        var offset = ConstantEvaluators.computeConstantValue(instance, active.offsetInstructions());
        place((int) offset[0], active.data());
      }
    }
  }

  private void place(int address, byte[] data) {
    if (!holds(address, data.length)) {
      throw new UninstantiableException("out of bounds memory access: data segment");
    }
    System.arraycopy(data, 0, bytes, address, data.length);
  }

  @Override
  public void initPassiveSegment(int segment, int to, int from, int length) {
    write(to, segments[segment].data(), from, length);
  }

  @Override
  public void drop(int segment) {
    segments[segment] = PassiveDataSegment.EMPTY;
  }

  @Override
  public void write(int address, byte[] data, int from, int length) {
    try {
      Objects.checkFromIndexSize(from, length, data.length);
      System.arraycopy(data, from, bytes, check(address, length), length);
    } catch (IndexOutOfBoundsException e) {
      throw outside(e);
    }
  }

  @Override
  public byte[] readBytes(int address, int length) {
    try {
      return Arrays.copyOfRange(bytes, check(address, length), address + length);
    } catch (IndexOutOfBoundsException e) {
      throw outside(e);
    }
  }

  @Override
  public void zero() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public void fill(byte value, int from, int to) {
    try {
      Arrays.fill(bytes, Objects.checkFromToIndex(from, to, bytes.length), to, value);
    } catch (IndexOutOfBoundsException e) {
      throw outside(e);
    }
  }

  @Override
  public void copy(int to, int from, int length) {
    try {
      System.arraycopy(bytes, check(from, length), bytes, check(to, length), length);
    } catch (IndexOutOfBoundsException e) {
      throw outside(e);
    }
  }

  @Override
  public byte read(int address) {
    try {
      return bytes[address];
    } catch (IndexOutOfBoundsException e) {
      throw outside(e);
    }
  }

  @Override
  public void writeByte(int address, byte value) {
    try {
      bytes[address] = value;
    } catch (IndexOutOfBoundsException e) {
      throw outside(e);
    }
  }

  @Override
  public short readShort(int address) {
    try {
      return (short) SHORTS.get(bytes, address);
    } catch (IndexOutOfBoundsException e) {
      throw outside(e);
    }
  }

  @Override
  public long readU16(int address) {
    return readShort(address) & 0xFFFFL;
  }

  @Override
  public void writeShort(int address, short value) {
    try {
      SHORTS.set(bytes, address, value);
    } catch (IndexOutOfBoundsException e) {
      throw outside(e);
    }
  }

  @Override
  public int readInt(int address) {
    try {
      return (int) INTS.get(bytes, address);
    } catch (IndexOutOfBoundsException e) {
      throw outside(e);
    }
  }

  @Override
  public void writeI32(int address, int value) {
    try {
      INTS.set(bytes, address, value);
    } catch (IndexOutOfBoundsException e) {
      throw outside(e);
    }
  }

  @Override
  public long readLong(int address) {
    try {
      return (long) LONGS.get(bytes, address);
    } catch (IndexOutOfBoundsException e) {
      throw outside(e);
    }
  }

  @Override
  public void writeLong(int address, long value) {
    try {
      LONGS.set(bytes, address, value);
    } catch (IndexOutOfBoundsException e) {
      throw outside(e);
    }
  }

  @Override
  public long readF32(int address) {
    return readInt(address);
  }

  @Override
  public float readFloat(int address) {
    try {
      return (float) FLOATS.get(bytes, address);
    } catch (IndexOutOfBoundsException e) {
      throw outside(e);
    }
  }

  @Override
  public void writeF32(int address, float value) {
    try {
      FLOATS.set(bytes, address, value);
    } catch (IndexOutOfBoundsException e) {
      throw outside(e);
    }
  }

  @Override
  public long readF64(int address) {
    return readLong(address);
  }

  @Override
  public double readDouble(int address) {
    try {
      return (double) DOUBLES.get(bytes, address);
    } catch (IndexOutOfBoundsException e) {
      throw outside(e);
    }
  }

  @Override
  public void writeF64(int address, double value) {
    try {
      DOUBLES.set(bytes, address, value);
    } catch (IndexOutOfBoundsException e) {
      throw outside(e);
    }
  }

  private int check(int address, int length) {
    return Objects.checkFromIndexSize(address, length, bytes.length);
  }

  private static WasmRuntimeException outside(IndexOutOfBoundsException cause) {
    return new WasmRuntimeException("out of bounds memory access", cause);
  }
}
