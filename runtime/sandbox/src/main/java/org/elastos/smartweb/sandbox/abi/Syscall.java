// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.abi;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// The calls of ABI 1, import module `capsule1`. The table is frozen: no call is ever added,
/// removed or changed (`docs/spec/syscalls.md`). Parameters and results are `i` (i32) or `I` (i64).
public enum Syscall {
  ABI_INFO("abi_info", "i", "I", Right.ALWAYS, true),
  LOG("log", "iii", "i", Right.NAMED, true),
  CLOCK("clock", "i", "I", Right.NAMED, true),
  RANDOM("random", "ii", "i", Right.NAMED, true),
  EXIT("exit", "i", "", Right.ALWAYS, true),
  WAIT("wait", "iiI", "i", Right.HANDLES, false),
  OPEN("open", "iii", "i", Right.HANDLES, true),
  CLOSE("close", "i", "i", Right.HANDLES, true),
  STAT("stat", "iii", "i", Right.HANDLES, true),
  SEEK("seek", "iIi", "I", Right.HANDLES, true),
  READ("read", "iii", "i", Right.HANDLES, true),
  WRITE("write", "iii", "i", Right.HANDLES, true),
  CONFIGURE("configure", "iiI", "i", Right.HANDLES, true),
  QUERY("query", "ii", "I", Right.HANDLES, true),
  CONTROL("control", "iiiiii", "i", Right.HANDLES, false),
  NEXT("next", "iii", "i", Right.HANDLES, false),
  SEND("send", "iii", "i", Right.HANDLES, false),
  GET("get", "iiiii", "i", Right.HANDLES, false),
  PUT("put", "iiiii", "i", Right.HANDLES, false),
  DELETE("delete", "iii", "i", Right.HANDLES, false),
  SECRET_USE("secret_use", "iiiiii", "i", Right.NAMED, false),
  SELF_LENGTH("self_length", "i", "I", Right.LOADER, true),
  SELF_READ("self_read", "iIii", "i", Right.LOADER, true);

  /// The import module that every call lives in.
  public static final String MODULE = "capsule1";

  /// The version of this table.
  public static final int ABI = 1;

  /// What lets a module import a call.
  public enum Right {
    /// Nothing is needed.
    ALWAYS,
    /// The manifest requests at least one kind of handle.
    HANDLES,
    /// The manifest requests `call:<name>`.
    NAMED,
    /// The module is the bundle's own loader.
    LOADER
  }

  private final String text;
  private final String parameters;
  private final String result;
  private final Right right;
  private final boolean served;

  Syscall(String text, String parameters, String result, Right right, boolean served) {
    this.text = text;
    this.parameters = parameters;
    this.result = result;
    this.right = right;
    this.served = served;
  }

  /// The import's field name.
  public String text() {
    return text;
  }

  /// One letter a parameter.
  public String parameters() {
    return parameters;
  }

  /// One letter, or nothing where the call does not return.
  public String result() {
    return result;
  }

  /// What lets a module import this call.
  public Right right() {
    return right;
  }

  /// False: answers `unsupported` for now.
  public boolean served() {
    return served;
  }

  /// The call with this field name.
  public static Optional<Syscall> named(String text) {
    return Arrays.stream(values()).filter(call -> call.text.equals(text)).findFirst();
  }

  /// The frozen table, one line a call: `name(parameters)result`.
  public static String table() {
    return Arrays.stream(values())
        .map(call -> call.text + "(" + call.parameters + ")" + call.result + "\n")
        .collect(Collectors.joining());
  }
}
