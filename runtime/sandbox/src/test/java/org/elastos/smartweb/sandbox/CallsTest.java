// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.elastos.smartweb.sandbox.Wasm.call;
import static org.elastos.smartweb.sandbox.Wasm.cat;
import static org.elastos.smartweb.sandbox.Wasm.i32;
import static org.elastos.smartweb.sandbox.Wasm.i64;
import static org.elastos.smartweb.sandbox.Wasm.op;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.sandbox.abi.Errno;
import org.elastos.smartweb.sandbox.abi.HandleProvider;
import org.elastos.smartweb.sandbox.abi.MemoryWindow;
import org.elastos.smartweb.sandbox.abi.Syscall;
import org.elastos.smartweb.sandbox.audit.AuditLog;
import org.elastos.smartweb.sandbox.audit.AuditRecord;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.elastos.smartweb.sandbox.kinds.AudioProvider;
import org.elastos.smartweb.sandbox.kinds.ContentProvider;
import org.elastos.smartweb.sandbox.kinds.ContentSource;
import org.elastos.smartweb.sandbox.kinds.DamagedContentException;
import org.elastos.smartweb.sandbox.kinds.TextProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The calls one by one, as a module sees them.
class CallsTest {
  private static final byte[] WORK = "0123456789".getBytes(StandardCharsets.UTF_8);
  private static final byte[] DROP = op(0x1A);
  private static final byte[] NARROW = op(0xA7);
  private static final byte[] OPEN = cat(i32(0), i32(12), i32(1));
  private static final byte[] OPEN_AUDIO = cat(i32(16), i32(10), i32(2));
  private static final byte[] OPEN_TEXT = cat(i32(32), i32(9), i32(2));
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_234));

  private final AuditLog audit = new AuditLog();
  private final RecordedSound sound = new RecordedSound();
  private final List<String> texts = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private ContentSource source = Samples.source(WORK, 4);
  private Optional<RuntimeException> fault = Optional.empty();

  /// A module that imports these calls, in this order, as functions 0, 1, 2 …
  private static Bundle module(List<Syscall> calls, byte[]... code) {
    var wasm = new Wasm().memory(0, 1).data(0, "content:main").data(16, "audio:main");
    wasm.data(32, "text:main").data(48, "content:other").data(64, op(0xFF, 0x3A, 0x61));
    wasm.data(80, "file:x").data(96, "noColon").data(112, "text:else").data(128, "audio:else");
    wasm.data(144, "ghost:main");
    for (Syscall call : calls) {
      wasm.importing("capsule1", call.text(), call.parameters(), call.result());
    }
    byte[] main = wasm.export("capsule_start", wasm.function("", "i", "", code)).build();
    return Bundles.signed(
        main,
        "content",
        "audio",
        "text",
        "ghost",
        "call:log",
        "call:clock",
        "call:random",
        "call:secret_use");
  }

  private int run(List<Syscall> calls, byte[]... code) {
    List<HandleProvider> providers =
        List.of(
            new ContentProvider(
                Map.of("main", new ContentProvider.Content(source, Optional.empty()))),
            new AudioProvider(sound),
            new TextProvider(texts::add));
    var host = new Host(CLOCK, new SecureRandom(), audit);
    try (Run run =
        Bundles.loaded(host, module(calls, code)).start(new Grants(providers, lines::add))) {
      RunOutcome outcome = run.await();
      assertThat(outcome).isInstanceOf(RunOutcome.Finished.class);
      if (outcome instanceof RunOutcome.Finished finished) {
        fault = finished.hostFault();
        return finished.code();
      }
      return Integer.MIN_VALUE;
    }
  }

  private void assertAnswer(Errno errno, List<Syscall> calls, byte[]... code) {
    assertThat(run(calls, code)).isEqualTo(errno.number());
  }

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
