// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.engine;

import java.util.List;
import java.util.function.Function;
import org.elastos.smartweb.sandbox.abi.Syscall;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.ValType;

/// A module ready to be instantiated any number of times. Thread-safe.
public final class CompiledModule {
  private static final long[] NOTHING = {};

  private final WasmModule module;
  private final Function<Instance, Machine> machine;
  private final List<Syscall> imports;

  CompiledModule(WasmModule module, Function<Instance, Machine> machine, List<Syscall> imports) {
    this.module = module;
    this.machine = machine;
    this.imports = List.copyOf(imports);
  }

  /// A fresh instance with memory and tables of its own. Runs the module's start function, so it
  /// belongs on the guest's thread.
  public GuestInstance instantiate(GuestCalls calls, int memoryPages, int tableElements) {
    var held = new MemoryHolder(memoryPages);
    var values = ImportValues.builder();
    imports.forEach(call -> values.addFunction(function(call, calls, held)));
    try {
      Instance instance =
          Instance.builder(module)
              .withMachineFactory(machine)
              .withMemoryFactory(held::make)
              .withTableFactory(new CappedTables(tableElements))
              .withImportValues(values.build())
              .build();
      return new GuestInstance(instance, held.memory);
    } catch (Throwable e) {
      held.memory.close();
      throw e;
    }
  }

  private static HostFunction function(Syscall call, GuestCalls calls, MemoryHolder held) {
    var type = FunctionType.of(types(call.parameters()), types(call.result()));
    boolean wide = call.result().equals("I");
    return new HostFunction(
        Syscall.MODULE,
        call.text(),
        type,
        (instance, arguments) -> {
          long result = calls.answer(call, arguments, held.memory);
          if (call.result().isEmpty()) {
            return NOTHING;
          }
          return new long[] {wide ? result : (int) result};
        });
  }

  private static List<ValType> types(String letters) {
    return letters.chars().mapToObj(c -> c == 'i' ? ValType.I32 : ValType.I64).toList();
  }

  /// The one memory of an instance; empty until the module's own is made.
  private static final class MemoryHolder {
    private final int cap;
    private FlatMemory memory;

    MemoryHolder(int cap) {
      this.cap = cap;
      this.memory = new FlatMemory(new MemoryLimits(0, 0), 0);
    }

    FlatMemory make(MemoryLimits limits) {
      memory = new FlatMemory(limits, cap);
      return memory;
    }
  }
}
