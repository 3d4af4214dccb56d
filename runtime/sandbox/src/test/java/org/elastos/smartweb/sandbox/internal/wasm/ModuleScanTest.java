// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.wasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.elastos.smartweb.sandbox.Wasm.cat;
import static org.elastos.smartweb.sandbox.Wasm.i32;
import static org.elastos.smartweb.sandbox.Wasm.i64;
import static org.elastos.smartweb.sandbox.Wasm.op;
import static org.elastos.smartweb.sandbox.Wasm.raw;
import static org.elastos.smartweb.sandbox.Wasm.u;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.elastos.smartweb.sandbox.OwnCapsules;
import org.elastos.smartweb.sandbox.Wasm;
import org.elastos.smartweb.sandbox.internal.wasm.WasmRefusal.Rule;
import org.junit.jupiter.api.Test;

class ModuleScanTest {
  private static final WasmLimits LIMITS = new WasmLimits(64, 1_000);
  private static final byte[] HEAD = op(0, 'a', 's', 'm', 1, 0, 0, 0);

  private static WasmShape read(byte[] module) {
    return ModuleScan.read(module, LIMITS);
  }

  private static void assertRefused(Rule rule, byte[] module) {
    assertThatExceptionOfType(WasmRefusal.class)
        .isThrownBy(() -> read(module))
        .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo(rule));
  }

  private static void assertSection(Rule rule, int id, byte[]... content) {
    assertRefused(rule, cat(HEAD, raw(id, cat(content))));
  }

  /// One function with this body, locals included.
  private static byte[] body(byte[]... code) {
    var wasm = new Wasm();
    wasm.rawFunction(cat(code));
    return wasm.build();
  }

  private static byte[] code(byte[]... code) {
    return body(op(0), cat(code), op(0x0B));
  }

  @Test
  void readsImportsExportsAndMemory() {
    var wasm = new Wasm().memory(1, 2, 64).table(1, 3, 9).table(0, 5).data(0, "text");
    wasm.importing("capsule1", "open", "iIfF", "i");
    int function = wasm.function("r", "I", "iI", i64(1));
    wasm.export("f", function).export("g", 0).start(function);

    WasmShape shape = read(wasm.build());

    assertThat(shape.memoryPages()).isEqualTo(2);
    assertThat(shape.imports())
        .containsExactly(new WasmShape.Import("capsule1", "open", new WasmShape.Type("iIfF", "i")));
    assertThat(shape.functions())
        .containsEntry("f", new WasmShape.Type("r", "I"))
        .containsEntry("g", new WasmShape.Type("iIfF", "i"));
    assertThat(read(HEAD).functions()).isEmpty();
  }

  @Test
  void readsEveryInstructionOfTheAllowedSet() {
    read(
        code(
            op(0x02, 0x40, 0x03, 0x7F, 0x0B, 0x0B, 0x04, 0x40, 0x05, 0x0B, 0x0C, 0, 0x0D, 0),
            op(0x0E, 1, 0, 0, 0x0F, 0x10, 0, 0x11, 0, 0, 0x1A, 0x1B, 0x1C, 1, 0x7F),
            op(0x20, 0, 0x21, 0, 0x22, 0, 0x23, 0, 0x24, 0, 0x25, 0, 0x26, 0, 0x28, 2, 0),
            op(0x3E, 2, 0x80, 1, 0x3F, 0, 0x40, 0, 0x43, 0, 0, 0, 0, 0x44, 0, 0, 0, 0, 0, 0, 0, 0),
            op(0x45, 0xC4, 0xD0, 0x70, 0xD1, 0xD2, 0, 0x00, 0x01),
            op(0xFC, 0, 0xFC, 7, 0xFC, 8, 0, 0, 0xFC, 9, 0, 0xFC, 10, 0, 0, 0xFC, 11, 0),
            op(0xFC, 12, 0, 0, 0xFC, 13, 0, 0xFC, 14, 0, 0, 0xFC, 15, 0, 0xFC, 17, 0),
            i32(-1),
            i64(Long.MIN_VALUE)));
  }

  @Test
  void refusesInstructionsOutsideIt() {
    for (int code : new int[] {0x06, 0x08, 0x12, 0x18, 0x1D, 0x27, 0xC5, 0xD3, 0xFB, 0xFD, 0xFE}) {
      assertRefused(Rule.FEATURE, code(op(code, 0, 0, 0)));
    }
    assertRefused(Rule.FEATURE, code(op(0xFC, 18, 0)));
    assertRefused(Rule.FEATURE, code(op(0x3F, 1)));
    assertRefused(Rule.FEATURE, code(op(0xD0, 0x69)));
  }

  @Test
  void refusesMisshapenBodies() {
    assertRefused(Rule.MALFORMED, code(op(0x28, 4, 0)));
    assertRefused(Rule.MALFORMED, code(op(0x1C, 2, 0x7F, 0x7F)));
    assertRefused(Rule.MALFORMED, body(op(0, 0x41)));
    assertRefused(Rule.MALFORMED, body(op(0, 0x0B, 0x01)));
    assertRefused(Rule.MALFORMED, body(op(0, 0x44, 0, 0, 0x0B)));
    assertRefused(Rule.LIMIT, body(op(2), u(9_999), op(0x7F), u(2), op(0x7F), op(0x0B)));
    assertRefused(Rule.FEATURE, body(op(1, 1, 0x7B), op(0x0B)));
  }

  @Test
  void refusesWhatIsNoModule() {
    assertRefused(Rule.MALFORMED, new byte[0]);
    assertRefused(Rule.MALFORMED, Arrays.copyOf(HEAD, 7));
    byte[] two = HEAD.clone();
    two[4] = 2;
    assertRefused(Rule.MALFORMED, two);
  }

  @Test
  void refusesSectionsOutOfOrderTwiceOrUnknown() {
    byte[] types = raw(1, u(0));
    byte[] functions = raw(3, u(0));
    assertRefused(Rule.MALFORMED, cat(HEAD, functions, types));
    assertRefused(Rule.MALFORMED, cat(HEAD, types, types));
    assertRefused(Rule.FEATURE, cat(HEAD, raw(13, u(0))));
    read(cat(HEAD, raw(9, u(0)), raw(12, u(0)), raw(10, u(0)), raw(11, u(0))));
    assertRefused(Rule.MALFORMED, cat(HEAD, raw(10, u(0)), raw(12, u(0))));
    read(cat(HEAD, raw(0, cat(u(1), op('n', 1, 2, 3))), types));
    assertRefused(Rule.MALFORMED, cat(HEAD, op(1, 5, 0)));
    assertRefused(Rule.MALFORMED, cat(HEAD, raw(1, cat(u(0), op(9)))));
  }

  @Test
  void refusesLongAndOverlongNumbers() {
    assertSection(Rule.MALFORMED, 1, op(0x80, 0x80, 0x80, 0x80, 0x80, 0));
    assertSection(Rule.MALFORMED, 1, op(0xFF, 0xFF, 0xFF, 0xFF, 0x0F));
    assertSection(Rule.MALFORMED, 5, op(1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x1F));
  }

  @Test
  void refusesTypesThatNobodyNeeds() {
    assertSection(Rule.FEATURE, 1, u(1), op(0x5F, 0));
    assertSection(Rule.FEATURE, 1, u(1), op(0x60, 1, 0x7B, 0));
    assertSection(Rule.LIMIT, 1, u(5_000));
    assertSection(Rule.LIMIT, 1, u(1), op(0x60), u(65));
    assertSection(Rule.MALFORMED, 3, u(1), u(0));
  }

  @Test
  void refusesImportsThatAreNoFunctions() {
    assertSection(Rule.FEATURE, 2, u(1), op(1, 'm', 1, 'n', 2, 0, 1));
    assertSection(Rule.LIMIT, 2, u(65));
    assertSection(Rule.MALFORMED, 2, u(1), op(2, 0xC3, 0x28, 1, 'n', 0, 0));
    assertSection(Rule.LIMIT, 2, u(1), u(300));
    assertSection(Rule.MALFORMED, 2, u(1), op(1, 'm', 1, 'n', 0, 0));
  }

  @Test
  void refusesTablesMemoriesAndGlobalsOutOfBounds() {
    assertSection(Rule.LIMIT, 4, u(9));
    assertSection(Rule.MALFORMED, 4, u(1), op(0x7F, 0, 1));
    assertSection(Rule.FEATURE, 4, u(1), op(0x70, 2, 1));
    assertSection(Rule.MALFORMED, 4, u(1), op(0x70, 1, 2, 1));
    assertSection(Rule.LIMIT, 4, u(2), op(0x70, 0), u(600), op(0x70, 0), u(600));
    assertSection(Rule.LIMIT, 5, u(2));
    assertSection(Rule.SHARED_MEMORY, 5, u(1), op(2, 1));
    assertSection(Rule.SHARED_MEMORY, 5, u(1), op(3, 1, 1));
    assertSection(Rule.FEATURE, 5, u(1), op(4, 1));
    assertSection(Rule.LIMIT, 5, u(1), op(0, 65));
    read(cat(HEAD, raw(5, u(0))));
    assertSection(Rule.LIMIT, 6, u(5_000));
    assertSection(Rule.MALFORMED, 6, u(1), op(0x7F, 2));
    assertSection(Rule.FEATURE, 6, u(1), op(0x7F, 0, 0x6A));
    assertSection(Rule.FEATURE, 6, u(1), op(0x7F, 0, 0x41, 0, 0x41, 0));
    read(
        cat(
            HEAD,
            raw(
                6,
                cat(
                    u(6),
                    op(0x7F, 0, 0x41, 0, 0x0B, 0x7E, 1, 0x42, 0, 0x0B),
                    op(
                        0x7D, 0, 0x43, 0, 0, 0, 0, 0x0B, 0x7C, 0, 0x44, 0, 0, 0, 0, 0, 0, 0, 0,
                        0x0B),
                    op(0x7F, 0, 0x23, 0, 0x0B, 0x70, 0, 0xD0, 0x70, 0x0B)))));
  }

  @Test
  void refusesExportsThatPointNowhereOrAreThereTwice() {
    var twice = new Wasm();
    int function = twice.function("", "", "");
    assertRefused(Rule.MALFORMED, twice.export("a", function).export("a", function).build());
    assertSection(Rule.MALFORMED, 7, u(1), op(1, 'a', 0, 0));
    assertSection(Rule.MALFORMED, 7, u(1), op(1, 'a', 4, 0));
    assertSection(Rule.MALFORMED, 8, u(0));
    read(cat(HEAD, raw(7, cat(u(1), op(1, 'a', 2, 0)))));
  }

  @Test
  void readsSegmentsOfEveryForm() {
    read(
        cat(
            HEAD,
            raw(
                9,
                cat(
                    u(8),
                    op(0, 0x41, 0, 0x0B, 1, 0, 1, 0, 1, 0, 2, 0, 0x41, 0, 0x0B, 0, 1, 0),
                    op(3, 0, 1, 0, 4, 0x41, 0, 0x0B, 1, 0xD2, 0, 0x0B, 5, 0x70, 1, 0xD2, 0, 0x0B),
                    op(6, 0, 0x41, 0, 0x0B, 0x70, 1, 0xD0, 0x70, 0x0B, 7, 0x70, 0))),
            raw(11, cat(u(3), op(0, 0x41, 0, 0x0B, 1, 9, 1, 1, 9, 2, 0, 0x41, 0, 0x0B, 0)))));
    assertSection(Rule.MALFORMED, 9, u(1), op(8));
    assertSection(Rule.MALFORMED, 9, u(1), op(1, 1, 0));
    assertSection(Rule.MALFORMED, 9, u(1), op(5, 0x7F, 0));
    assertSection(Rule.LIMIT, 9, u(9_000));
    assertSection(Rule.MALFORMED, 11, u(1), op(3));
    assertSection(Rule.MALFORMED, 11, u(1), op(2, 1));
    assertSection(Rule.MALFORMED, 11, u(1), op(1, 9, 0));
    assertSection(Rule.LIMIT, 12, u(9_000));
    assertSection(Rule.MALFORMED, 10, u(1), op(1, 0x0B));
  }

  @Test
  void mutantsOfARealModuleAreReadOrRefusedAndNothingElse() throws IOException {
    byte[] module;
    try (InputStream in = OwnCapsules.class.getResourceAsStream("own/audio-player.wasm")) {
      module = in.readAllBytes();
    }
    assertThat(read16(module).imports()).hasSize(6);
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      byte[] mutant = module.clone();
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        mutant[random.nextInt(i % 2 == 0 ? 2_000 : mutant.length)] = (byte) random.nextInt();
      }
      try {
        read16(mutant);
      } catch (WasmRefusal refusal) {
        assertThat(refusal.getMessage()).as("seed %d", seed).isNotEmpty();
      }
    }
  }

  private static WasmShape read16(byte[] module) {
    return ModuleScan.read(module, new WasmLimits(1_024, 64));
  }
}
