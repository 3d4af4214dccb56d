// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.sandbox.abi.Errno;
import org.elastos.smartweb.sandbox.abi.Syscall;
import org.elastos.smartweb.sandbox.internal.engine.FlatMemory;
import org.elastos.smartweb.sandbox.internal.engine.GuestHalt;
import org.junit.jupiter.api.Test;
import run.endive.wasm.types.MemoryLimits;

class LoaderCallsTest {
  private final FlatMemory memory = new FlatMemory(new MemoryLimits(1, 1), 1);
  private final LoaderCalls calls =
      new LoaderCalls(List.of(Bytes.fromHex("0102030405"), Bytes.EMPTY));

  private long answer(Syscall call, long... arguments) {
    return calls.answer(call, arguments, memory);
  }

  @Test
  void tellsTheLengthOfModulesThatAreThere() {
    assertThat(answer(Syscall.SELF_LENGTH, 0)).isEqualTo(5);
    assertThat(answer(Syscall.SELF_LENGTH, 1)).isZero();
    assertThat(answer(Syscall.SELF_LENGTH, 2)).isEqualTo(Errno.NOT_FOUND.number());
    assertThat(answer(Syscall.SELF_LENGTH, -1)).isEqualTo(Errno.NOT_FOUND.number());
  }

  @Test
  void readsInsideTheModuleAndTheMemoryOnly() {
    assertThat(answer(Syscall.SELF_READ, 0, 3, 100, 50)).isEqualTo(2);
    assertThat(memory.readBytes(99, 4)).containsExactly(0, 4, 5, 0);
    assertThat(answer(Syscall.SELF_READ, 0, 5, 100, 50)).isZero();
    assertThat(answer(Syscall.SELF_READ, 2, 0, 100, 1)).isEqualTo(Errno.NOT_FOUND.number());
    for (long[] bad :
        new long[][] {{6, 0, 1}, {-1, 0, 1}, {0, 65_530, 20}, {0, -1, 1}, {0, 0, -1}}) {
      assertThat(answer(Syscall.SELF_READ, 0, bad[0], bad[1], bad[2]))
          .isEqualTo(Errno.INVALID_ARGUMENT.number());
    }
  }

  @Test
  void givesNothingElse() {
    assertThat(answer(Syscall.ABI_INFO, 0)).isEqualTo(Syscall.ABI);
    assertThat(answer(Syscall.OPEN, 0, 1, 1)).isEqualTo(Errno.DENIED.number());
    assertThatExceptionOfType(GuestHalt.class)
        .isThrownBy(() -> answer(Syscall.EXIT, 3))
        .satisfies(halt -> {
          assertThat(halt.why()).isEqualTo(GuestHalt.Why.EXIT);
          assertThat(halt.code()).isEqualTo(3);
        });
  }
}
