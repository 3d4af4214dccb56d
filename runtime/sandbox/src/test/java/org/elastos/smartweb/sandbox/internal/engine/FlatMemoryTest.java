// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Consumer;
import org.elastos.smartweb.sandbox.abi.MemoryWindow;
import org.junit.jupiter.api.Test;
import run.endive.runtime.WasmRuntimeException;
import run.endive.wasm.types.MemoryLimits;

class FlatMemoryTest {
  private static final int PAGE = 65_536;
  private final FlatMemory memory = new FlatMemory(new MemoryLimits(1, 3), 2);

  @Test
  void growsToTheLowerOfItsOwnMaximumAndTheCap() {
    assertThat(memory.grow(1)).isEqualTo(1);
    assertThat(memory.grow(1)).isEqualTo(-1);
    assertThat(memory.grow(0)).isEqualTo(2);
    assertThat(memory.grow(-1)).isEqualTo(-1);
    assertThat(memory.pages()).isEqualTo(2);
    assertThat(memory.maximumPages()).isEqualTo(2);
    assertThat(memory.initialPages()).isEqualTo(1);
    assertThat(new FlatMemory(new MemoryLimits(1, 3), 9).maximumPages()).isEqualTo(3);
  }

  @Test
  void isNeverMadeAboveItsCapOrShared() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FlatMemory(new MemoryLimits(3, 3), 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FlatMemory(new MemoryLimits(1, 2, true), 2));
    assertThat(memory.shared()).isFalse();
  }

  @Test
  void growingKeepsTheContentAndWipesTheOldArray() {
    memory.writeI32(100, 0x11223344);
    byte[] old = memory.lend(0, 1).array();

    memory.grow(1);

    assertThat(memory.readInt(100)).isEqualTo(0x11223344);
    assertThat(old).containsOnly(0);
  }

  @Test
  void closingWipesEverything() {
    memory.fill((byte) 7, 0, PAGE);
    byte[] array = memory.lend(0, 1).array();

    memory.close();

    assertThat(array).containsOnly(0);
    assertThat(memory.pages()).isZero();
  }

  @Test
  void readsAndWritesLittleEndianAtAnyAddress() {
    memory.writeLong(3, 0x0102030405060708L);
    assertThat(memory.readLong(3)).isEqualTo(0x0102030405060708L);
    assertThat(memory.read(3)).isEqualTo((byte) 8);
    assertThat(memory.readShort(3)).isEqualTo((short) 0x0708);
    assertThat(memory.readInt(3)).isEqualTo(0x05060708);
    memory.writeShort(20, (short) -2);
    assertThat(memory.readU16(20)).isEqualTo(65_534);
    memory.writeByte(30, (byte) -1);
    assertThat(memory.readU8(30)).isEqualTo(255);
    memory.writeF32(40, 1.5f);
    assertThat(memory.readFloat(40)).isEqualTo(1.5f);
    assertThat((int) memory.readF32(40)).isEqualTo(Float.floatToRawIntBits(1.5f));
    memory.writeF64(50, -2.5);
    assertThat(memory.readDouble(50)).isEqualTo(-2.5);
    assertThat(memory.readF64(50)).isEqualTo(Double.doubleToRawLongBits(-2.5));
  }

  @Test
  void movesOverlappingStretchesCorrectly() {
    memory.write(0, new byte[] {1, 2, 3, 4}, 0, 4);
    memory.copy(1, 0, 3);
    assertThat(memory.readBytes(0, 4)).containsExactly(1, 1, 2, 3);
    memory.copy(0, 1, 3);
    assertThat(memory.readBytes(0, 4)).containsExactly(1, 2, 3, 3);
    memory.zero();
    assertThat(memory.readBytes(0, 4)).containsOnly(0);
  }

  @Test
  void everythingOutsideIsATrap() {
    List<Consumer<Integer>> touching =
        List.of(
            memory::read,
            at -> memory.readShort(at),
            memory::readInt,
            memory::readLong,
            memory::readFloat,
            memory::readDouble,
            at -> memory.writeByte(at, (byte) 0),
            at -> memory.writeShort(at, (short) 0),
            at -> memory.writeI32(at, 0),
            at -> memory.writeLong(at, 0),
            at -> memory.writeF32(at, 0),
            at -> memory.writeF64(at, 0),
            at -> memory.write(at, new byte[1], 0, 1),
            at -> memory.readBytes(at, 1),
            at -> memory.fill((byte) 0, at, at + 1),
            at -> memory.copy(at, 0, 1),
            at -> memory.copy(0, at, 1));
    for (Consumer<Integer> touch : touching) {
      for (int at : new int[] {-1, PAGE, Integer.MAX_VALUE - 8, Integer.MIN_VALUE}) {
        assertThatExceptionOfType(WasmRuntimeException.class).isThrownBy(() -> touch.accept(at));
      }
    }
    assertThatExceptionOfType(WasmRuntimeException.class)
        .isThrownBy(() -> memory.write(0, new byte[1], 1, 1));
  }

  @Test
  void lendsOnlyWhatIsInside() {
    MemoryWindow window = memory.lend(PAGE - 4, 4);
    assertThat(window.offset()).isEqualTo(PAGE - 4);
    assertThat(window.length()).isEqualTo(4);
    assertThat(memory.holds(PAGE - 4, 4)).isTrue();
    assertThat(memory.holds(PAGE - 4, 5)).isFalse();
    assertThat(memory.holds(-1, 1)).isFalse();
    assertThat(memory.holds(0, -1)).isFalse();
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> memory.lend(PAGE, 1));
  }

  @Test
  @SuppressWarnings("removal") // the engine's old names of waiting
  void nobodyWaitsOnIt() {
    assertThat(memory.notify(0, 1)).isZero();
    assertThatExceptionOfType(WasmRuntimeException.class).isThrownBy(() -> memory.waitOn(0, 0, 0L));
    assertThatExceptionOfType(WasmRuntimeException.class)
        .isThrownBy(() -> memory.waitOn(0, 0L, 0L));
    assertThatExceptionOfType(WasmRuntimeException.class).isThrownBy(() -> memory.lock(0));
  }

  @Test
  void withoutSegmentsThereIsNothingToPlace() {
    memory.initialize(null, null);
    assertThat(memory.readBytes(0, 8)).containsOnly(0);
  }
}
