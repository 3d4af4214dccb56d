// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.wasm;

/// Walks one function body: known instructions only, nesting and branch tables bounded, ending
/// where the body ends. Types are the engine's to check.
final class CodeScan {
  private CodeScan() {}

  static void body(WasmReader in) {
    locals(in);
    int depth = 1;
    while (depth > 0) {
      depth += instruction(in);
      if (depth > WasmLimits.DEPTH) {
        throw WasmRefusal.limit("nesting");
      }
    }
  }

  private static void locals(WasmReader in) {
    long all = 0;
    for (int left = in.count(WasmLimits.LOCALS, "locals"); left > 0; left--) {
      all += in.u31();
      if (all > WasmLimits.LOCALS) {
        throw WasmRefusal.limit("locals");
      }
      ModuleScan.letter(in.u8());
    }
  }

  /// Passes one instruction; how much deeper the nesting is after it.
  private static int instruction(WasmReader in) {
    int code = in.u8();
    switch (code) {
      case 0x02, 0x03, 0x04 -> {
        in.signed(5);
        return 1;
      }
      case 0x0B -> {
        return -1;
      }
      case 0x0C, 0x0D, 0x10, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0xD2 -> in.u31();
      case 0x0E -> branchTable(in);
      case 0x11 -> {
        in.u31();
        in.u31();
      }
      case 0x1C -> select(in);
      case 0x3F, 0x40 -> zero(in);
      case 0x41 -> in.signed(5);
      case 0x42 -> in.signed(10);
      case 0x43 -> in.skip(4);
      case 0x44 -> in.skip(8);
      case 0xD0 -> ModuleScan.letter(in.u8());
      case 0xFC -> prefixed(in, in.u31());
      default -> plain(in, code);
    }
    return 0;
  }

  /// Instructions without immediates, and loads and stores with their two.
  private static void plain(WasmReader in, int code) {
    if (code >= 0x28 && code <= 0x3E) {
      if (in.u31() > 3) {
        throw WasmRefusal.malformed("alignment");
      }
      in.u32();
      return;
    }
    boolean control = code == 0x00 || code == 0x01 || code == 0x05 || code == 0x0F;
    boolean parametric = code == 0x1A || code == 0x1B || code == 0xD1;
    boolean numeric = code >= 0x45 && code <= 0xC4;
    if (!control && !parametric && !numeric) {
      throw WasmRefusal.feature("instruction " + code);
    }
  }

  private static void branchTable(WasmReader in) {
    for (int left = in.count(WasmLimits.BRANCH_TARGETS, "branch targets"); left >= 0; left--) {
      in.u31();
    }
  }

  private static void select(WasmReader in) {
    if (in.u31() != 1) {
      throw WasmRefusal.malformed("select");
    }
    ModuleScan.letter(in.u8());
  }

  private static void zero(WasmReader in) {
    if (in.u8() != 0) {
      throw WasmRefusal.feature("another memory");
    }
  }

  private static void prefixed(WasmReader in, int code) {
    switch (code) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> {}
      case 8 -> {
        in.u31();
        zero(in);
      }
      case 10 -> {
        zero(in);
        zero(in);
      }
      case 11 -> zero(in);
      case 12, 14 -> {
        in.u31();
        in.u31();
      }
      case 9, 13, 15, 16, 17 -> in.u31();
      default -> throw WasmRefusal.feature("instruction 252 " + code);
    }
  }
}
