// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.sandbox.abi.Syscall;
import org.elastos.smartweb.sandbox.bundle.Manifest;
import org.elastos.smartweb.sandbox.bundle.ModuleEntry;
import org.elastos.smartweb.sandbox.bundle.Role;
import org.elastos.smartweb.sandbox.internal.wasm.ModuleScan;
import org.elastos.smartweb.sandbox.internal.wasm.WasmLimits;
import org.elastos.smartweb.sandbox.internal.wasm.WasmRefusal;
import org.elastos.smartweb.sandbox.internal.wasm.WasmShape;

/// Stages SHAPE and IMPORTS: our own reading of a module, before any engine.
final class ModuleChecks {
  static final String START = "capsule_start";
  static final String VERIFY = "capsule_verify";

  private static final WasmShape.Type ENTRY = new WasmShape.Type("", "i");

  private ModuleChecks() {}

  static WasmShape shape(byte[] module, ModuleEntry entry, Manifest manifest) {
    var limits = new WasmLimits(manifest.limits().memoryPages(), manifest.limits().tableElements());
    WasmShape shape;
    try {
      shape = ModuleScan.read(module, limits);
    } catch (WasmRefusal refusal) {
      throw new LoadRefusal(code(refusal.rule()), entry.path() + ": " + refusal.getMessage());
    }
    String wanted =
        switch (entry.role()) {
          case MAIN -> START;
          case LOADER -> VERIFY;
          case PART -> "";
        };
    if (!wanted.isEmpty() && !ENTRY.equals(shape.functions().get(wanted))) {
      throw new LoadRefusal(RefusalCode.ENTRY_MISSING, entry.path() + ": no export " + wanted);
    }
    return shape;
  }

  private static RefusalCode code(WasmRefusal.Rule rule) {
    return switch (rule) {
      case MALFORMED -> RefusalCode.MODULE_MALFORMED;
      case LIMIT -> RefusalCode.MODULE_LIMIT_EXCEEDED;
      case FEATURE -> RefusalCode.FEATURE_NOT_ALLOWED;
      case SHARED_MEMORY -> RefusalCode.SHARED_MEMORY;
    };
  }

  /// The calls that the module imports, each within the table and the manifest's requests.
  static List<Syscall> imports(WasmShape shape, ModuleEntry entry, Manifest manifest) {
    List<Syscall> calls = new ArrayList<>();
    for (WasmShape.Import wanted : shape.imports()) {
      Syscall call =
          Syscall.named(wanted.name())
              .filter(known -> fits(known, wanted))
              .orElseThrow(() ->
                  new LoadRefusal(RefusalCode.IMPORT_UNKNOWN, entry.path() + ": no such call"));
      if (!may(call, entry.role(), manifest)) {
        throw new LoadRefusal(
            RefusalCode.IMPORT_NOT_REQUESTED, entry.path() + ": call " + call.text());
      }
      if (!calls.contains(call)) {
        calls.add(call);
      }
    }
    return calls;
  }

  private static boolean fits(Syscall call, WasmShape.Import wanted) {
    return wanted.module().equals(Syscall.MODULE)
        && wanted.type().equals(new WasmShape.Type(call.parameters(), call.result()));
  }

  private static boolean may(Syscall call, Role role, Manifest manifest) {
    boolean loader = role == Role.LOADER;
    return switch (call.right()) {
      case ALWAYS -> true;
      case LOADER -> loader;
      case NAMED -> !loader && manifest.requests("call:" + call.text());
      case HANDLES ->
          !loader && manifest.requests().stream().anyMatch(request -> !request.startsWith("call:"));
    };
  }
}
