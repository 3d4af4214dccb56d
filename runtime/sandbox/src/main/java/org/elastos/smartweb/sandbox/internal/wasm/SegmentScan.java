// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.wasm;

/// Passes element and data segments and the constant expressions in them.
final class SegmentScan {
  private SegmentScan() {}

  static void elements(WasmReader in) {
    for (int left = in.count(WasmLimits.SEGMENTS, "element segments"); left > 0; left--) {
      element(in, in.u31());
    }
  }

  /// Bit 0: passive or declared; bit 1: an index or declared; bit 2: expressions.
  private static void element(WasmReader in, int flags) {
    if (flags > 7) {
      throw WasmRefusal.malformed("element flags");
    }
    boolean active = (flags & 1) == 0;
    if (active) {
      if ((flags & 2) != 0) {
        in.u31();
      }
      constant(in);
    }
    boolean expressions = (flags & 4) != 0;
    if ((flags & 3) != 0) {
      int kind = in.u8();
      if (expressions ? ModuleScan.letter(kind) != 'r' : kind != 0) {
        throw WasmRefusal.malformed("element kind");
      }
    }
    for (int left = in.count(WasmLimits.FUNCTIONS * 4, "elements"); left > 0; left--) {
      if (expressions) {
        constant(in);
      } else {
        in.u31();
      }
    }
  }

  static void data(WasmReader in) {
    for (int left = in.count(WasmLimits.SEGMENTS, "data segments"); left > 0; left--) {
      int flags = in.u31();
      if (flags > 2) {
        throw WasmRefusal.malformed("data flags");
      }
      if (flags == 2 && in.u31() != 0) {
        throw WasmRefusal.malformed("data for another memory");
      }
      if (flags != 1) {
        constant(in);
      }
      in.skip(in.u31());
    }
  }

  /// One constant instruction and the end.
  static void constant(WasmReader in) {
    switch (in.u8()) {
      case 0x41 -> in.signed(5);
      case 0x42 -> in.signed(10);
      case 0x43 -> in.skip(4);
      case 0x44 -> in.skip(8);
      case 0x23, 0xD2 -> in.u31();
      case 0xD0 -> ModuleScan.letter(in.u8());
      default -> throw WasmRefusal.feature("a constant expression");
    }
    if (in.u8() != 0x0B) {
      throw WasmRefusal.feature("a constant expression of several instructions");
    }
  }
}
