// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.elastos.smartweb.sandbox.Wasm.call;
import static org.elastos.smartweb.sandbox.Wasm.cat;
import static org.elastos.smartweb.sandbox.Wasm.i32;
import static org.elastos.smartweb.sandbox.Wasm.i64;
import static org.elastos.smartweb.sandbox.Wasm.op;

import java.util.List;
import org.elastos.smartweb.sandbox.abi.Errno;
import org.elastos.smartweb.sandbox.abi.Syscall;
import org.junit.jupiter.api.Test;

/// The calls on handles, as a module sees them.
class HandleCallsTest extends CallsFixture {
  @Test
  void atMostSixtyFourHandlesAreOpen() {
    byte[][] code = new byte[65 * 3][];
    for (int i = 0; i < 65; i++) {
      code[3 * i] = OPEN;
      code[3 * i + 1] = call(0);
      code[3 * i + 2] = i < 64 ? DROP : op();
    }
    assertAnswer(Errno.LIMIT_EXCEEDED, List.of(Syscall.OPEN), code);
  }

  @Test
  void handlesThatAreNotOpenAreRefused() {
    List<Syscall> calls = List.of(Syscall.READ, Syscall.CLOSE, Syscall.OPEN);
    assertAnswer(Errno.BAD_HANDLE, calls, i32(1), i32(0), i32(1), call(0));
    assertAnswer(
        Errno.BAD_HANDLE, calls, OPEN, call(2), DROP, i32(1), call(1), DROP, i32(1), call(1));
  }

  @Test
  void readsInPiecesUntilTheEnd() {
    List<Syscall> calls = List.of(Syscall.OPEN, Syscall.READ, Syscall.LOG);
    byte[] read = cat(i32(1), i32(1_000), i32(100), call(1));
    assertThat(run(calls, OPEN, call(0), DROP, read)).isEqualTo(4);
    assertThat(run(calls, OPEN, call(0), DROP, read, DROP, read, DROP, read)).isEqualTo(2);
    assertThat(run(calls, OPEN, call(0), DROP, read, DROP, read, DROP, read, DROP, read)).isZero();
    assertThat(run(calls, OPEN, call(0), DROP, i32(1), i32(0), i32(0), call(1))).isZero();
    assertThat(run(calls, OPEN, call(0), DROP, read, DROP, i32(0), i32(1_000), i32(4), call(2)))
        .isEqualTo(4);
    assertThat(lines).containsExactly("0123");
    assertAnswer(
        Errno.INVALID_ARGUMENT, calls, OPEN, call(0), DROP, i32(1), i32(65_000), i32(600), call(1));
  }

  @Test
  void seeksFromStartHereAndEnd() {
    List<Syscall> calls = List.of(Syscall.OPEN, Syscall.SEEK);
    for (long[] c :
        new long[][] {
          {3, 0, 3},
          {3, 1, 3},
          {-3, 2, 7},
          {10, 0, 10},
          {11, 0, -2},
          {-1, 0, -2},
          {0, 3, -2},
          {-11, 2, -2},
          {Long.MAX_VALUE, 2, -2},
          {Long.MIN_VALUE, 1, -2}
        }) {
      byte[] seek = cat(i32(1), i64(c[0]), i32((int) c[1]), call(1), NARROW);
      assertThat(run(calls, OPEN, call(0), DROP, seek))
          .as("%d from %d", c[0], c[1])
          .isEqualTo((int) c[2]);
    }
  }

  @Test
  void statTellsLengthAndPosition() {
    List<Syscall> calls = List.of(Syscall.OPEN, Syscall.STAT, Syscall.SEEK);
    byte[] seek = cat(i32(1), i64(6), i32(0), call(2), DROP);
    byte[] stat = cat(i32(1), i32(1_000), i32(32), call(1));
    assertThat(run(calls, OPEN, call(0), DROP, seek, stat)).isEqualTo(32);
    assertThat(run(calls, OPEN, call(0), DROP, seek, stat, DROP, i32(1_008), op(0x28, 2, 0)))
        .isEqualTo(10);
    assertThat(run(calls, OPEN, call(0), DROP, seek, stat, DROP, i32(1_016), op(0x28, 2, 0)))
        .isEqualTo(6);
    assertAnswer(
        Errno.LIMIT_EXCEEDED, calls, OPEN, call(0), DROP, i32(1), i32(1_000), i32(31), call(1));
  }

  @Test
  void whatAKindCannotDoIsUnsupported() {
    List<Syscall> calls =
        List.of(
            Syscall.OPEN,
            Syscall.WRITE,
            Syscall.CONFIGURE,
            Syscall.QUERY,
            Syscall.READ,
            Syscall.SEEK,
            Syscall.STAT);
    byte[] transfer = cat(i32(1), i32(0), i32(4));
    assertAnswer(Errno.UNSUPPORTED, calls, OPEN, call(0), DROP, transfer, call(1));
    assertAnswer(Errno.UNSUPPORTED, calls, OPEN, call(0), DROP, i32(1), i32(1), i64(1), call(2));
    assertAnswer(Errno.UNSUPPORTED, calls, OPEN, call(0), DROP, i32(1), i32(1), call(3), NARROW);
    assertAnswer(Errno.UNSUPPORTED, calls, OPEN_TEXT, call(0), DROP, transfer, call(4));
    assertAnswer(
        Errno.UNSUPPORTED,
        calls,
        OPEN_TEXT,
        call(0),
        DROP,
        i32(1),
        i64(0),
        i32(0),
        call(5),
        NARROW);
    assertThat(
            run(
                calls,
                OPEN_TEXT,
                call(0),
                DROP,
                i32(1),
                i32(1_000),
                i32(32),
                call(6),
                DROP,
                i32(1_008),
                op(0x28, 2, 0)))
        .as("length of what has none")
        .isEqualTo(-1);
  }
}
