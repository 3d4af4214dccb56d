// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.elastos.smartweb.sandbox.Wasm.call;
import static org.elastos.smartweb.sandbox.Wasm.cat;
import static org.elastos.smartweb.sandbox.Wasm.i32;
import static org.elastos.smartweb.sandbox.Wasm.op;
import static org.elastos.smartweb.sandbox.Wasm.u;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.elastos.smartweb.sandbox.abi.MemoryWindow;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.elastos.smartweb.sandbox.bundle.CapsuleLimits;
import org.elastos.smartweb.sandbox.kinds.ContentProvider;
import org.elastos.smartweb.sandbox.kinds.ContentSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileModulesTest {
  private static final byte[] LOOP = op(0x03, 0x40);
  private static final byte[] END = op(0x0B);
  private static final byte[] AGAIN = op(0x0C, 0x00);
  private static final byte[] AGAIN_IF = op(0x0D, 0x00);

  record Shape(String name, byte[] module) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Shape loop(String name, byte[]... body) {
    return new Shape(name, Bundles.main(w -> w, LOOP, cat(body), END, i32(0)));
  }

  static List<Shape> endless() {
    List<Shape> shapes = new ArrayList<>();
    shapes.add(loop("br", AGAIN));
    shapes.add(loop("br_if only", i32(1), AGAIN_IF));
    shapes.add(loop("br_if counting", op(0x3F, 0), i32(0), op(0x47), AGAIN_IF));
    shapes.add(loop("br_table", i32(0), op(0x0E, 0, 0)));
    shapes.add(loop("memory.fill", i32(0), i32(1), i32(65_536), op(0xFC, 11, 0), AGAIN));
    shapes.add(loop("memory.copy", i32(0), i32(9), i32(60_000), op(0xFC, 10, 0, 0), AGAIN));
    shapes.add(loop("nested", LOOP, i32(1), AGAIN_IF, END, AGAIN));
    shapes.add(loop("growing by nothing", i32(0), op(0x40, 0), op(0x1A), AGAIN));
    var start = new Wasm();
    int forever = start.function("", "", "", LOOP, AGAIN, END);
    start.start(forever).export("capsule_start", start.function("", "i", "", i32(0)));
    shapes.add(new Shape("start function", start.build()));
    var calls = new Wasm();
    int nothing = calls.function("", "", "");
    calls.export(
        "capsule_start", calls.function("", "i", "", LOOP, call(nothing), AGAIN, END, i32(0)));
    shapes.add(new Shape("calling", calls.build()));
    return shapes;
  }

  private static Bundle limited(byte[] main, CapsuleLimits limits, String... requests) {
    return Bundles.pack(Bundles.limited(Bundles.draft(requests), limits), main)
        .sign(Bundles.DEVELOPER);
  }

  private static void assertStopped(RunOutcome outcome, RunOutcome.Reason reason) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            RunOutcome.Stopped.class,
            stopped -> {
              assertThat(stopped.reason()).isEqualTo(reason);
              assertThat(stopped.usage().wallMillis()).isLessThan(25_000);
            });
  }

  @ParameterizedTest
  @MethodSource("endless")
  void endlessLoopsOfEveryShapeEndAtTheLimitOfProcessorTime(Shape shape) {
    Bundle bundle = limited(shape.module(), new CapsuleLimits(64, 1_000, 60, 30_000, 1_000));

    assertStopped(Bundles.run(bundle, Grants.of()), RunOutcome.Reason.CPU_LIMIT);
  }

  @Test
  void timeOnTheClockEndsARunToo() {
    Bundle bundle =
        limited(endless().getFirst().module(), new CapsuleLimits(64, 1_000, 30_000, 60, 1_000));

    assertStopped(Bundles.run(bundle, Grants.of()), RunOutcome.Reason.WALL_LIMIT);
  }

  @Test
  void aRunEndsWhenItIsCancelled() throws InterruptedException {
    Capsule capsule = Bundles.loaded(Bundles.host(), Bundles.signed(endless().getFirst().module()));
    try (Run run = capsule.start(Grants.of())) {
      assertThat(run.await(Duration.ofMillis(30))).isEmpty();
      run.cancel();
      assertStopped(run.await(), RunOutcome.Reason.CANCELLED);
      assertThat(run.await(Duration.ofSeconds(1))).contains(run.await());
    }
  }

  /// A module that reads from `content:main` for ever.
  private static byte[] reading() {
    var wasm = new Wasm().memory(0, 1).data(0, "content:main");
    int open = wasm.importing("capsule1", "open", "iii", "i");
    int read = wasm.importing("capsule1", "read", "iii", "i");
    byte[][] code = {
      i32(0),
      i32(12),
      i32(1),
      call(open),
      op(0x1A),
      LOOP,
      i32(1),
      i32(100),
      i32(100),
      call(read),
      op(0x1A),
      AGAIN,
      END,
      i32(0)
    };
    return wasm.export("capsule_start", wasm.function("", "i", "", code)).build();
  }

  private static ContentSource source(Runnable onRead) {
    return new ContentSource() {
      @Override
      public long length() {
        return Long.MAX_VALUE;
      }

      @Override
      public int readInto(long position, MemoryWindow window) {
        onRead.run();
        return 1;
      }
    };
  }

  @Test
  void callsAreCounted() {
    Bundle bundle =
        limited(reading(), new CapsuleLimits(64, 1_000, 30_000, 30_000, 5_000), "content");

    RunOutcome outcome = Bundles.run(bundle, Grants.of(ContentProvider.own(source(() -> {}))));

    assertStopped(outcome, RunOutcome.Reason.CALL_LIMIT);
    assertThat(outcome.usage().calls()).isEqualTo(5_001);
  }

  @Test
  void processorTimeInsideTheHostCounts() {
    Bundle bundle =
        limited(reading(), new CapsuleLimits(64, 1_000, 80, 30_000, 1_000_000_000), "content");
    Runnable busy =
        () -> {
          long until = System.nanoTime() + 5_000_000;
          while (System.nanoTime() < until) {
            Thread.onSpinWait();
          }
        };

    assertStopped(
        Bundles.run(bundle, Grants.of(ContentProvider.own(source(busy)))),
        RunOutcome.Reason.CPU_LIMIT);
  }

  @Test
  void waitingInsideTheHostCounts() {
    Bundle bundle =
        limited(reading(), new CapsuleLimits(64, 1_000, 30_000, 80, 1_000_000_000), "content");
    Runnable blocked =
        () -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };

    assertStopped(
        Bundles.run(bundle, Grants.of(ContentProvider.own(source(blocked)))),
        RunOutcome.Reason.WALL_LIMIT);
  }

  @Test
  void recursionWithoutEndIsATrap() {
    var wasm = new Wasm();
    byte[] self =
        wasm.export("capsule_start", wasm.function("", "i", "", call(0), i32(1), op(0x6A))).build();
    var mutual = new Wasm();
    mutual.function("", "i", "", call(1), i32(1), op(0x6A));
    mutual.function("", "i", "", call(0), i32(1), op(0x6A));
    mutual.export("capsule_start", 0);

    for (byte[] module : List.of(self, mutual.build())) {
      assertThat(Bundles.run(Bundles.signed(module), Grants.of()))
          .isInstanceOf(RunOutcome.Trapped.class);
    }
  }

  @Test
  void readingOutsideMemoryIsATrap() {
    byte[] module = Bundles.main(w -> w, i32(65_533), op(0x28, 2, 0));

    assertThat(Bundles.run(Bundles.signed(module), Grants.of()))
        .isInstanceOfSatisfying(
            RunOutcome.Trapped.class,
            trapped -> assertThat(trapped.detail()).contains("out of bounds"));
  }

  private static int result(byte[] module) {
    RunOutcome outcome = Bundles.run(Bundles.signed(module), Grants.of());
    assertThat(outcome).isInstanceOf(RunOutcome.Finished.class);
    return outcome instanceof RunOutcome.Finished finished ? finished.code() : -1_000;
  }

  @Test
  void memoryAndTablesDoNotGrowPastTheirCaps() {
    assertThat(result(Bundles.main(w -> w, i32(63), op(0x40, 0)))).isEqualTo(1);
    assertThat(result(Bundles.main(w -> w, i32(64), op(0x40, 0)))).isEqualTo(-1);
    assertThat(result(Bundles.main(w -> w, i32(-1), op(0x40, 0)))).isEqualTo(-1);
    byte[] grow = cat(op(0xD0, 0x70), i32(999), op(0xFC, 15, 0));
    assertThat(result(Bundles.main(w -> w.table(0, 1), grow))).isEqualTo(1);
    byte[] tooFar = cat(op(0xD0, 0x70), i32(9_999_999), op(0xFC, 15, 0));
    assertThat(result(Bundles.main(w -> w.table(0, 1), tooFar))).isEqualTo(-1);
  }

  @Test
  void shapesOverTheLimitsAreRefusedBeforeTheEngine() {
    byte[] locals = cat(u(1), u(49_000), op(0x7F), i32(0), op(0x0B));
    byte[] targets =
        cat(
            op(0),
            op(0x02, 0x40),
            i32(0),
            op(0x0E),
            u(60_000),
            new byte[60_001],
            op(0x0B),
            i32(0),
            op(0x0B));
    byte[] nested =
        cat(op(0), repeat(op(0x02, 0x40), 3_000), repeat(op(0x0B), 3_000), i32(0), op(0x0B));
    byte[] huge = cat(op(0), repeat(cat(i32(1), op(0x1A)), 50_000), i32(0), op(0x0B));
    for (byte[] body : List.of(locals, targets, nested, huge)) {
      var wasm = new Wasm();
      assertRefused(
          wasm.export("capsule_start", wasm.rawFunction(body)).build(),
          RefusalCode.MODULE_LIMIT_EXCEEDED);
    }
    assertRefused(
        Bundles.main(w -> w.memory(0, 60_000), i32(0)), RefusalCode.MODULE_LIMIT_EXCEEDED);
    assertRefused(
        Bundles.main(w -> w.table(0, 10_000_000), i32(0)), RefusalCode.MODULE_LIMIT_EXCEEDED);
  }

  @Test
  void sharedMemoryIsRefused() {
    assertRefused(Bundles.main(w -> w.memory(3, 1, 2), i32(0)), RefusalCode.SHARED_MEMORY);
  }

  @Test
  void aFunctionTooLargeForTheCompilerIsRefusedRatherThanInterpreted() {
    byte[] body =
        cat(
            op(0),
            repeat(cat(i32(70_000), op(0x1A)), 25_000),
            LOOP,
            i32(1),
            AGAIN_IF,
            END,
            i32(0),
            END);
    var wasm = new Wasm();

    assertRefused(
        wasm.export("capsule_start", wasm.rawFunction(body)).build(), RefusalCode.COMPILE_FAILED);
  }

  private static byte[] repeat(byte[] part, int times) {
    byte[] out = new byte[part.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(part, 0, out, i * part.length, part.length);
    }
    return out;
  }

  private static void assertRefused(byte[] main, RefusalCode code) {
    assertThat(Bundles.load(Bundles.signed(main)))
        .isInstanceOfSatisfying(
            LoadOutcome.Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
