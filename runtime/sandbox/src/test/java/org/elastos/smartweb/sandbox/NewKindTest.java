// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.elastos.smartweb.sandbox.Wasm.call;
import static org.elastos.smartweb.sandbox.Wasm.cat;
import static org.elastos.smartweb.sandbox.Wasm.i32;
import static org.elastos.smartweb.sandbox.Wasm.i64;
import static org.elastos.smartweb.sandbox.Wasm.op;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.sandbox.abi.Errno;
import org.elastos.smartweb.sandbox.abi.Flow;
import org.elastos.smartweb.sandbox.abi.Handle;
import org.elastos.smartweb.sandbox.abi.HandleProvider;
import org.elastos.smartweb.sandbox.abi.MemoryWindow;
import org.elastos.smartweb.sandbox.abi.Opening;
import org.elastos.smartweb.sandbox.abi.Syscall;
import org.junit.jupiter.api.Test;

/// Decision D1: kinds are open, calls are not.
class NewKindTest extends CallsFixture {
  private static final List<Syscall> CALLS =
      List.of(
          Syscall.OPEN,
          Syscall.CONFIGURE,
          Syscall.WRITE,
          Syscall.SEEK,
          Syscall.READ,
          Syscall.STAT,
          Syscall.QUERY,
          Syscall.CLOSE,
          Syscall.LOG);

  private static final byte[] OPEN_GHOST = cat(i32(144), i32(10), i32(3), call(0));

  /// Sets key 1 to 7, writes "content", goes back, reads it elsewhere, tells it, asks for the
  /// length and for key 1, closes; the exit code is length * 10 + key 1.
  private static final byte[] USE_ALL =
      cat(
          cat(i32(1), i32(1), i64(7), call(1), DROP),
          cat(i32(1), i32(0), i32(7), call(2), DROP),
          cat(i32(1), i64(0), i32(0), call(3), DROP),
          cat(i32(1), i32(1_000), i32(7), call(4), DROP),
          cat(i32(1), i32(1_000), i32(7), call(8), DROP),
          cat(i32(1), i32(2_000), i32(32), call(5), DROP),
          cat(i32(2_008), op(0x28, 2, 0), i32(10), op(0x6C)),
          cat(i32(1), i32(1), call(6), NARROW, op(0x6A)),
          cat(i32(1), call(7), DROP));

  @Test
  void aNewKindOfHandleNeverChangesACall() {
    byte[] before = Syscall.table().getBytes(StandardCharsets.UTF_8);
    assertAnswer(Errno.NOT_FOUND, CALLS, OPEN_GHOST);

    var ghosts = new Ghosts();
    more.add(ghosts);

    assertThat(run(CALLS, OPEN_GHOST, DROP, USE_ALL)).isEqualTo(77);
    assertThat(lines).containsExactly("content");
    assertThat(ghosts.events).containsExactly("open main", "close");
    byte[] after = Syscall.table().getBytes(StandardCharsets.UTF_8);
    assertThat(Sha256.of(after)).isEqualTo(Sha256.of(before));
  }

  /// A kind that no release serves: a tape of 64 bytes with one number.
  private static final class Ghosts implements HandleProvider, Handle {
    private final List<String> events = new ArrayList<>();
    private final byte[] tape = new byte[64];
    private int end;
    private int at;
    private long number;

    @Override
    public String kind() {
      return "ghost";
    }

    @Override
    public Flow flow() {
      return Flow.OUT;
    }

    @Override
    public Opening open(String name, int flags) {
      events.add("open " + name);
      return new Opening.Opened(this);
    }

    @Override
    public int write(MemoryWindow window) {
      System.arraycopy(window.array(), window.offset(), tape, at, window.length());
      at += window.length();
      end = Math.max(end, at);
      return window.length();
    }

    @Override
    public int read(MemoryWindow window) {
      byte[] next = Arrays.copyOfRange(tape, at, Math.min(end, at + window.length()));
      System.arraycopy(next, 0, window.array(), window.offset(), next.length);
      at += next.length;
      return next.length;
    }

    @Override
    public long seek(long position) {
      at = (int) position;
      return at;
    }

    @Override
    public long length() {
      return end;
    }

    @Override
    public int configure(int key, long value) {
      number = value;
      return 0;
    }

    @Override
    public long query(int key) {
      return number;
    }

    @Override
    public int close() {
      events.add("close");
      return 0;
    }

    @Override
    public void abandon() {
      events.add("abandon");
    }
  }
}
