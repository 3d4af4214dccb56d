// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.wasm;

import java.util.List;
import java.util.Map;

/// What the pre-parse found in a module.
///
/// @param imports the functions that it imports, in order
/// @param functions exported functions by name
/// @param memoryPages first pages of memory, 0 without one
public record WasmShape(List<Import> imports, Map<String, Type> functions, int memoryPages) {
  /// Keeps copies.
  public WasmShape {
    imports = List.copyOf(imports);
    functions = Map.copyOf(functions);
  }

  /// A function type in letters: `i` i32, `I` i64, `f` f32, `F` f64, `r` a reference.
  public record Type(String parameters, String result) {}

  /// One imported function.
  public record Import(String module, String name, Type type) {}
}
