// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.wasm;

/// Upper bounds of a module's shape.
///
/// @param memoryPages first pages of memory (64 KiB each)
/// @param tableElements first elements of all tables together
public record WasmLimits(int memoryPages, int tableElements) {
  static final int TYPES = 4_096;
  static final int TYPE_ARITY = 64;
  static final int IMPORTS = 64;
  static final int FUNCTIONS = 16_384;
  static final int TABLES = 8;
  static final int GLOBALS = 4_096;
  static final int EXPORTS = 512;
  static final int SEGMENTS = 8_192;
  static final int BODY_BYTES = 131_072;
  static final int LOCALS = 10_000;
  static final int DEPTH = 1_024;
  static final int BRANCH_TARGETS = 8_192;
}
