// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.wasm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a module before any engine does: WebAssembly 1.0 with sign extension, saturating
/// conversion, bulk memory and reference types, within limits; everything else is refused. One
/// object a module; not thread-safe.
public final class ModuleScan {
  private static final int MAGIC_AND_VERSION = 8;
  private static final byte[] HEAD = {0, 'a', 's', 'm', 1, 0, 0, 0};
  private static final int DATA_COUNT = 12;

  private final byte[] module;
  private final WasmLimits limits;
  private final List<WasmShape.Type> types = new ArrayList<>();
  private final List<WasmShape.Import> imports = new ArrayList<>();
  private final List<Integer> functions = new ArrayList<>();
  private final Map<String, Integer> exports = new HashMap<>();
  private long tableElements;
  private int memoryPages;
  private int bodies;

  private ModuleScan(byte[] module, WasmLimits limits) {
    this.module = module;
    this.limits = limits;
  }

  /// The shape of a module.
  ///
  /// @throws WasmRefusal where a rule refuses it
  public static WasmShape read(byte[] module, WasmLimits limits) {
    return new ModuleScan(module, limits).scan();
  }

  private WasmShape scan() {
    for (int i = 0; i < MAGIC_AND_VERSION; i++) {
      if (module.length <= i || module[i] != HEAD[i]) {
        throw WasmRefusal.malformed("not a WebAssembly 1 module");
      }
    }
    var reader = new WasmReader(module, MAGIC_AND_VERSION, module.length);
    int before = 0;
    while (reader.more()) {
      int id = reader.u8();
      WasmReader section = reader.part(reader.u31());
      if (id == 0) {
        section.name();
        continue;
      }
      if (place(id) <= before) {
        throw WasmRefusal.malformed("sections are out of order or twice");
      }
      before = place(id);
      section(id, section);
      section.finish();
    }
    if (bodies != functions.size()) {
      throw WasmRefusal.malformed("functions without code");
    }
    return shape();
  }

  /// Where a section stands: the data count comes before the code.
  private static int place(int id) {
    if (id > DATA_COUNT) {
      throw WasmRefusal.feature("section " + id);
    }
    if (id == DATA_COUNT) {
      return 19;
    }
    return id * 2;
  }

  private void section(int id, WasmReader in) {
    switch (id) {
      case 1 -> types(in);
      case 2 -> imports(in);
      case 3 -> functions(in);
      case 4 -> tables(in);
      case 5 -> memories(in);
      case 6 -> globals(in);
      case 7 -> exports(in);
      case 8 -> function(in.u31());
      case 9 -> SegmentScan.elements(in);
      case 10 -> code(in);
      case 11 -> SegmentScan.data(in);
      default -> in.count(WasmLimits.SEGMENTS, "data segments");
    }
  }

  private WasmShape shape() {
    Map<String, WasmShape.Type> found = new HashMap<>();
    exports.forEach((name, index) -> found.put(name, function(index)));
    return new WasmShape(imports, found, memoryPages);
  }

  private void types(WasmReader in) {
    for (int left = in.count(WasmLimits.TYPES, "types"); left > 0; left--) {
      if (in.u8() != 0x60) {
        throw WasmRefusal.feature("a type that is no function type");
      }
      types.add(new WasmShape.Type(letters(in), letters(in)));
    }
  }

  private static String letters(WasmReader in) {
    var letters = new StringBuilder();
    for (int left = in.count(WasmLimits.TYPE_ARITY, "type arity"); left > 0; left--) {
      letters.append(letter(in.u8()));
    }
    return letters.toString();
  }

  static char letter(int type) {
    return switch (type) {
      case 0x7F -> 'i';
      case 0x7E -> 'I';
      case 0x7D -> 'f';
      case 0x7C -> 'F';
      case 0x70, 0x6F -> 'r';
      default -> throw WasmRefusal.feature("value type " + type);
    };
  }

  private WasmShape.Type type(int index) {
    if (index >= types.size()) {
      throw WasmRefusal.malformed("no such type");
    }
    return types.get(index);
  }

  private WasmShape.Type function(int index) {
    if (index < imports.size()) {
      return imports.get(index).type();
    }
    if (index - imports.size() >= functions.size()) {
      throw WasmRefusal.malformed("no such function");
    }
    return type(functions.get(index - imports.size()));
  }

  private void imports(WasmReader in) {
    for (int left = in.count(WasmLimits.IMPORTS, "imports"); left > 0; left--) {
      String from = in.name();
      String name = in.name();
      if (in.u8() != 0) {
        throw WasmRefusal.feature("an import that is no function");
      }
      imports.add(new WasmShape.Import(from, name, type(in.u31())));
    }
  }

  private void functions(WasmReader in) {
    for (int left = in.count(WasmLimits.FUNCTIONS, "functions"); left > 0; left--) {
      int index = in.u31();
      type(index);
      functions.add(index);
    }
  }

  private void tables(WasmReader in) {
    for (int left = in.count(WasmLimits.TABLES, "tables"); left > 0; left--) {
      if (letter(in.u8()) != 'r') {
        throw WasmRefusal.malformed("a table of no references");
      }
      int flags = in.u8();
      if (flags > 1) {
        throw WasmRefusal.feature("table flags");
      }
      tableElements += bounds(in, flags);
      if (tableElements > limits.tableElements()) {
        throw WasmRefusal.limit("table elements");
      }
    }
  }

  private void memories(WasmReader in) {
    if (in.count(1, "memories") == 0) {
      return;
    }
    int flags = in.u8();
    if (flags == 2 || flags == 3) {
      throw WasmRefusal.shared();
    }
    if (flags > 1) {
      throw WasmRefusal.feature("memory flags");
    }
    long pages = bounds(in, flags);
    if (pages > limits.memoryPages()) {
      throw WasmRefusal.limit("memory pages");
    }
    memoryPages = (int) pages;
  }

  private static long bounds(WasmReader in, int flags) {
    long least = in.u32();
    if (flags == 1 && in.u32() < least) {
      throw WasmRefusal.malformed("a maximum below its minimum");
    }
    return least;
  }

  private void globals(WasmReader in) {
    for (int left = in.count(WasmLimits.GLOBALS, "globals"); left > 0; left--) {
      letter(in.u8());
      if (in.u8() > 1) {
        throw WasmRefusal.malformed("a global's mutability");
      }
      SegmentScan.constant(in);
    }
  }

  private void exports(WasmReader in) {
    Set<String> names = new HashSet<>();
    for (int left = in.count(WasmLimits.EXPORTS, "exports"); left > 0; left--) {
      String name = in.name();
      int kind = in.u8();
      int index = in.u31();
      if (kind > 3 || !names.add(name)) {
        throw WasmRefusal.malformed("an export is unknown or twice");
      }
      if (kind == 0) {
        function(index);
        exports.put(name, index);
      }
    }
  }

  private void code(WasmReader in) {
    bodies = in.count(WasmLimits.FUNCTIONS, "function bodies");
    for (int left = bodies; left > 0; left--) {
      WasmReader body = in.part(in.count(WasmLimits.BODY_BYTES, "function size"));
      CodeScan.body(body);
      body.finish();
    }
  }
}
