// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes small modules for tests, well formed or not.
public final class Wasm {
  private final List<byte[]> types = new ArrayList<>();
  private final List<byte[]> imports = new ArrayList<>();
  private final List<byte[]> functions = new ArrayList<>();
  private final List<byte[]> exports = new ArrayList<>();
  private final List<byte[]> bodies = new ArrayList<>();
  private final List<byte[]> data = new ArrayList<>();
  private final List<byte[]> tables = new ArrayList<>();
  private final List<byte[]> globals = new ArrayList<>();
  private byte[] memory = {};
  private byte[] start = {};

  private int type(String parameters, String result) {
    types.add(cat(new byte[] {0x60}, letters(parameters), letters(result)));
    return types.size() - 1;
  }

  private static byte[] letters(String letters) {
    byte[] out = new byte[letters.length() + 1];
    out[0] = (byte) letters.length();
    for (int i = 0; i < letters.length(); i++) {
      out[i + 1] =
          switch (letters.charAt(i)) {
            case 'i' -> 0x7F;
            case 'I' -> 0x7E;
            case 'f' -> 0x7D;
            case 'F' -> 0x7C;
            case 'r' -> 0x70;
            default -> 0x7B;
          };
    }
    return out;
  }

  /// Imports a function; its index.
  public int importing(String module, String name, String parameters, String result) {
    imports.add(cat(name(module), name(name), new byte[] {0}, u(type(parameters, result))));
    return imports.size() - 1;
  }

  /// Adds a raw import entry.
  public Wasm rawImport(byte[] entry) {
    imports.add(entry);
    return this;
  }

  /// Adds a function; its index. `code` is without the final end.
  public int function(String parameters, String result, String locals, byte[]... code) {
    functions.add(u(type(parameters, result)));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(u(locals.length()));
    for (int i = 0; i < locals.length(); i++) {
      body.writeBytes(new byte[] {1, letters(locals.substring(i, i + 1))[1]});
    }
    body.writeBytes(cat(code));
    body.write(0x0B);
    bodies.add(cat(u(body.size()), body.toByteArray()));
    return imports.size() + functions.size() - 1;
  }

  /// Adds a function of type () -> i32 whose whole body, locals included, is given.
  public int rawFunction(byte[] body) {
    functions.add(u(type("", "i")));
    bodies.add(cat(u(body.length), body));
    return imports.size() + functions.size() - 1;
  }

  /// Exports a function.
  public Wasm export(String name, int function) {
    exports.add(cat(name(name), new byte[] {0}, u(function)));
    return this;
  }

  /// Declares the memory: flags, least and, where flags say so, most.
  public Wasm memory(int flags, int... bounds) {
    memory = limits(flags, bounds);
    return this;
  }

  /// Declares a function table.
  public Wasm table(int flags, int... bounds) {
    tables.add(cat(new byte[] {0x70}, limits(flags, bounds)));
    return this;
  }

  /// Adds a raw global.
  public Wasm global(byte[] raw) {
    globals.add(raw);
    return this;
  }

  /// Puts bytes into memory at the start.
  public Wasm data(int at, byte[] bytes) {
    data.add(cat(new byte[] {0}, i32(at), new byte[] {0x0B}, u(bytes.length), bytes));
    return this;
  }

  /// Puts ASCII text into memory at the start.
  public Wasm data(int at, String text) {
    return data(at, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Names the start function.
  public Wasm start(int function) {
    start = u(function);
    return this;
  }

  /// The module.
  public byte[] build() {
    return cat(
        new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0},
        section(1, types),
        section(2, imports),
        section(3, functions),
        section(4, tables),
        memory.length == 0 ? memory : section(5, List.of(memory)),
        section(6, globals),
        section(7, exports),
        start.length == 0 ? start : raw(8, start),
        section(10, bodies),
        section(11, data));
  }

  /// One raw section.
  public static byte[] raw(int id, byte[] content) {
    return cat(new byte[] {(byte) id}, u(content.length), content);
  }

  private static byte[] section(int id, List<byte[]> entries) {
    if (entries.isEmpty()) {
      return new byte[0];
    }
    return raw(id, cat(u(entries.size()), cat(entries.toArray(byte[][]::new))));
  }

  private static byte[] limits(int flags, int... bounds) {
    byte[] out = {(byte) flags};
    for (int bound : bounds) {
      out = cat(out, u(bound));
    }
    return out;
  }

  static byte[] name(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return cat(u(bytes.length), bytes);
  }

  /// An unsigned LEB128 number.
  public static byte[] u(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long left = value;
    do {
      int low = (int) (left & 0x7F);
      left >>>= 7;
      out.write(left == 0 ? low : low | 0x80);
    } while (left != 0);
    return out.toByteArray();
  }

  /// `i32.const value`.
  public static byte[] i32(int value) {
    return cat(new byte[] {0x41}, signed(value));
  }

  /// `i64.const value`.
  public static byte[] i64(long value) {
    return cat(new byte[] {0x42}, signed(value));
  }

  private static byte[] signed(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long left = value;
    while (true) {
      int low = (int) (left & 0x7F);
      left >>= 7;
      if ((left == 0 && (low & 0x40) == 0) || (left == -1 && (low & 0x40) != 0)) {
        out.write(low);
        return out.toByteArray();
      }
      out.write(low | 0x80);
    }
  }

  /// `call function`.
  public static byte[] call(int function) {
    return cat(new byte[] {0x10}, u(function));
  }

  /// Bytes as they are.
  public static byte[] op(int... bytes) {
    byte[] out = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      out[i] = (byte) bytes[i];
    }
    return out;
  }

  /// All of them in a row.
  public static byte[] cat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
