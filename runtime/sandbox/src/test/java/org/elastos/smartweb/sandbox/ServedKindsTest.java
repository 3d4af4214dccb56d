// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.elastos.smartweb.sandbox.Wasm.call;
import static org.elastos.smartweb.sandbox.Wasm.cat;
import static org.elastos.smartweb.sandbox.Wasm.i32;
import static org.elastos.smartweb.sandbox.Wasm.i64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.elastos.smartweb.sandbox.abi.Errno;
import org.elastos.smartweb.sandbox.abi.MemoryWindow;
import org.elastos.smartweb.sandbox.abi.Syscall;
import org.elastos.smartweb.sandbox.kinds.ContentSource;
import org.elastos.smartweb.sandbox.kinds.DamagedContentException;
import org.junit.jupiter.api.Test;

/// Sound, text and content, as a module sees them.
class ServedKindsTest extends CallsFixture {
  @Test
  void soundNeedsRateAndChannelsAndWholeFrames() {
    List<Syscall> calls =
        List.of(Syscall.OPEN, Syscall.CONFIGURE, Syscall.WRITE, Syscall.CLOSE, Syscall.QUERY);
    byte[] opened = cat(OPEN_AUDIO, call(0), DROP);
    byte[] rate = cat(i32(1), i32(1), i64(8_000), call(1));
    byte[] channels = cat(i32(1), i32(2), i64(2), call(1));
    byte[] write = cat(i32(1), i32(0), i32(8), call(2));
    byte[] close = cat(i32(1), call(3));

    assertAnswer(Errno.INVALID_ARGUMENT, calls, opened, write);
    assertAnswer(Errno.INVALID_ARGUMENT, calls, opened, rate, DROP, write);
    assertAnswer(Errno.INVALID_ARGUMENT, calls, opened, rate, DROP, close);
    for (long[] bad : new long[][] {{1, 0}, {1, 768_001}, {2, 0}, {2, 256}, {3, 1}}) {
      assertAnswer(
          Errno.INVALID_ARGUMENT, calls, opened, i32(1), i32((int) bad[0]), i64(bad[1]), call(1));
    }
    byte[] ready = cat(opened, rate, DROP, channels, DROP);
    assertThat(run(calls, ready, write)).isEqualTo(8);
    assertAnswer(Errno.INVALID_ARGUMENT, calls, ready, i32(1), i32(0), i32(6), call(2));
    assertAnswer(Errno.INVALID_ARGUMENT, calls, ready, write, DROP, rate);
    assertThat(run(calls, ready, i32(1), i32(1), call(4), NARROW)).isEqualTo(8_000);
    assertThat(run(calls, ready, i32(1), i32(2), call(4), NARROW)).isEqualTo(2);
    assertAnswer(Errno.INVALID_ARGUMENT, calls, ready, i32(1), i32(9), call(4), NARROW);
    assertAnswer(Errno.LIMIT_EXCEEDED, calls, opened, OPEN_AUDIO, call(0));
    assertThat(sound.ended).isFalse();
    assertThat(run(calls, ready, close)).isZero();
    assertThat(sound.ended).isTrue();
  }

  @Test
  void textIsHandedOverWhenClosedAndBounded() {
    List<Syscall> calls = List.of(Syscall.OPEN, Syscall.WRITE, Syscall.CLOSE);
    byte[] write = cat(i32(1), i32(0), i32(7), call(1), DROP);
    byte[] wide = cat(i32(1), i32(0), i32(65_536), call(1));
    byte[][] sixteen = new byte[17][];
    Arrays.fill(sixteen, cat(wide, DROP));
    sixteen[16] = wide;

    assertThat(run(calls, OPEN_TEXT, call(0), DROP, write, i32(1), call(2))).isZero();
    assertThat(texts).containsExactly("content");
    run(calls, OPEN_TEXT, call(0), DROP, write, i32(0));
    assertThat(texts).as("what was not closed is not handed over").hasSize(1);
    assertAnswer(Errno.LIMIT_EXCEEDED, calls, OPEN_TEXT, call(0), DROP, cat(sixteen));
  }

  private ContentSource failing(RuntimeException failure) {
    return new ContentSource() {
      @Override
      public long length() {
        return 10;
      }

      @Override
      public int readInto(long position, MemoryWindow window) {
        throw failure;
      }
    };
  }

  @Test
  void damageAndFaultsOfTheHostAreToldApart() {
    List<Syscall> calls = List.of(Syscall.OPEN, Syscall.READ);
    byte[] read = cat(OPEN, call(0), DROP, i32(1), i32(1_000), i32(100), call(1));
    source = failing(new DamagedContentException(new IllegalStateException("tag")));
    assertAnswer(Errno.DAMAGED, calls, read);
    assertThat(fault).isEmpty();

    var broken = new IllegalStateException("disk");
    source = failing(broken);
    assertAnswer(Errno.HOST_FAULT, calls, read, DROP, i32(1), i32(1_000), i32(100), call(1));
    assertThat(fault).contains(broken);
  }

  @Test
  void aSourceThatClaimsTooMuchIsAFault() {
    source =
        new ContentSource() {
          @Override
          public long length() {
            return 1_000;
          }

          @Override
          public int readInto(long position, MemoryWindow window) {
            return window.length() + 1;
          }
        };
    assertAnswer(
        Errno.HOST_FAULT,
        List.of(Syscall.OPEN, Syscall.READ),
        OPEN,
        call(0),
        DROP,
        i32(1),
        i32(1_000),
        i32(100),
        call(1));
  }

  @Test
  void aWindowIsDeadAfterItsCall() {
    List<MemoryWindow> kept = new ArrayList<>();
    source =
        new ContentSource() {
          @Override
          public long length() {
            return 10;
          }

          @Override
          public int readInto(long position, MemoryWindow window) {
            kept.add(window);
            return 1;
          }
        };
    run(
        List.of(Syscall.OPEN, Syscall.READ),
        OPEN,
        call(0),
        DROP,
        i32(1),
        i32(1_000),
        i32(100),
        call(1));

    assertThat(kept).hasSize(1);
    assertThatIllegalStateException().isThrownBy(() -> kept.getFirst().array());
  }
}
