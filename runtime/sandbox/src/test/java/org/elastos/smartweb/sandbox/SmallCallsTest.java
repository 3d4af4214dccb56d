// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.elastos.smartweb.sandbox.Wasm.call;
import static org.elastos.smartweb.sandbox.Wasm.cat;
import static org.elastos.smartweb.sandbox.Wasm.i32;
import static org.elastos.smartweb.sandbox.Wasm.i64;

import java.util.Arrays;
import java.util.List;
import org.elastos.smartweb.sandbox.abi.Errno;
import org.elastos.smartweb.sandbox.abi.Syscall;
import org.elastos.smartweb.sandbox.audit.AuditLog;
import org.elastos.smartweb.sandbox.audit.AuditRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The calls without a handle, and opening, as a module sees them.
class SmallCallsTest extends CallsFixture {
  @Test
  void tellsTheAbi() {
    assertThat(run(List.of(Syscall.ABI_INFO), i32(0), call(0), NARROW)).isEqualTo(1);
    assertThat(run(List.of(Syscall.ABI_INFO), i32(1), call(0), NARROW))
        .isEqualTo(Errno.INVALID_ARGUMENT.number());
  }

  @Test
  void tellsTheHostsTimeInMilliseconds() {
    assertThat(run(List.of(Syscall.CLOCK), i32(0), call(0), NARROW)).isEqualTo(1_234);
    assertThat(run(List.of(Syscall.CLOCK), i32(1), call(0), NARROW))
        .isEqualTo(Errno.INVALID_ARGUMENT.number());
  }

  @Test
  void givesRandomBytesWithinMemory() {
    List<Syscall> random = List.of(Syscall.RANDOM);
    assertThat(run(random, i32(200), i32(8), call(0))).isEqualTo(8);
    assertAnswer(Errno.INVALID_ARGUMENT, random, i32(65_530), i32(8), call(0));
    assertAnswer(Errno.INVALID_ARGUMENT, random, i32(0), i32(4_097), call(0));
    assertAnswer(Errno.INVALID_ARGUMENT, random, i32(0), i32(-1), call(0));
    assertAnswer(Errno.INVALID_ARGUMENT, random, i32(-1), i32(1), call(0));
  }

  @Test
  void logsBoundedLines() {
    List<Syscall> log = List.of(Syscall.LOG);
    assertThat(run(log, i32(1), i32(0), i32(7), call(0))).isEqualTo(7);
    assertThat(lines).containsExactly("content");
    assertAnswer(Errno.INVALID_ARGUMENT, log, i32(4), i32(0), i32(7), call(0));
    assertAnswer(Errno.INVALID_ARGUMENT, log, i32(-1), i32(0), i32(7), call(0));
    assertAnswer(Errno.INVALID_ARGUMENT, log, i32(1), i32(0), i32(4_097), call(0));
    assertAnswer(Errno.INVALID_ARGUMENT, log, i32(1), i32(65_535), i32(2), call(0));
  }

  @Test
  void exitEndsTheRunWithItsCode() {
    assertThat(run(List.of(Syscall.EXIT), i32(42), call(0), i32(0))).isEqualTo(42);
  }

  @ParameterizedTest
  @EnumSource(
      value = Syscall.class,
      names = {"WAIT", "CONTROL", "NEXT", "SEND", "GET", "PUT", "DELETE", "SECRET_USE"})
  void callsNotServedYetSaySo(Syscall call) {
    byte[][] arguments = new byte[call.parameters().length() + 1][];
    for (int i = 0; i < call.parameters().length(); i++) {
      arguments[i] = call.parameters().charAt(i) == 'i' ? i32(0) : i64(0);
    }
    arguments[call.parameters().length()] = call(0);

    assertAnswer(Errno.UNSUPPORTED, List.of(call), arguments);
  }

  @Test
  void monikersAreCheckedBeforeAnythingIsOpened() {
    List<Syscall> open = List.of(Syscall.OPEN);
    assertThat(run(open, OPEN, call(0))).isEqualTo(1);
    assertAnswer(Errno.NOT_FOUND, open, i32(48), i32(13), i32(1), call(0));
    assertAnswer(Errno.NOT_FOUND, open, i32(112), i32(9), i32(2), call(0));
    assertAnswer(Errno.NOT_FOUND, open, i32(128), i32(10), i32(2), call(0));
    assertAnswer(Errno.NOT_FOUND, open, i32(144), i32(10), i32(1), call(0));
    assertAnswer(Errno.DENIED, open, i32(80), i32(6), i32(1), call(0));
    assertAnswer(Errno.INVALID_ARGUMENT, open, i32(64), i32(3), i32(1), call(0));
    assertAnswer(Errno.INVALID_ARGUMENT, open, i32(96), i32(7), i32(1), call(0));
    assertAnswer(Errno.INVALID_ARGUMENT, open, i32(0), i32(513), i32(1), call(0));
    assertAnswer(Errno.INVALID_ARGUMENT, open, i32(65_535), i32(12), i32(1), call(0));
    assertAnswer(Errno.INVALID_ARGUMENT, open, i32(0), i32(12), i32(4), call(0));
    assertAnswer(Errno.INVALID_ARGUMENT, open, i32(0), i32(12), i32(2), call(0));
    assertAnswer(Errno.INVALID_ARGUMENT, open, i32(16), i32(10), i32(1), call(0));
    assertAnswer(Errno.INVALID_ARGUMENT, open, i32(32), i32(9), i32(3), call(0));
  }

  @Test
  void theAuditChainsBatchesAndHoldsNoContent() {
    List<Syscall> calls = List.of(Syscall.OPEN, Syscall.READ);
    byte[][] code = new byte[1_201][];
    Arrays.fill(code, cat(i32(1), i32(1_000), i32(100), call(1), DROP));
    code[0] = cat(OPEN, call(0), DROP);
    code[1_200] = cat(i32(9), i32(0), i32(1), call(1));
    run(calls, code);

    List<AuditRecord> records = audit.records();
    assertThat(records).hasSize(2);
    assertThat(records.get(0).calls()).containsEntry("open", 1L).containsEntry("read", 999L);
    assertThat(records.get(0).outcome()).isEmpty();
    assertThat(records.get(1).refusals()).containsEntry("bad_handle", 1L);
    assertThat(records.get(1).outcome()).isEqualTo("finished -3");
    assertThat(records.toString()).doesNotContain("main", "0123");
    assertThat(AuditLog.firstBreak(records, audit.head())).isEmpty();
  }
}
