// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.sandbox.abi.Syscall;
import org.elastos.smartweb.sandbox.cache.CompileCache;
import org.jspecify.annotations.Nullable;
import run.endive.compiler.Cache;
import run.endive.compiler.InterpreterFallback;
import run.endive.compiler.MachineFactoryCompiler;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;

/// Endive 1.0.0, compiling to JVM code only: what its compiler cannot take is refused, never
/// interpreted. Stateless.
public final class EndiveEngine {
  /// Engine, version and transformation: the compile cache's second key.
  public static final String ID = "endive/1.0.0/jvm-nofallback/1";

  private EndiveEngine() {}

  /// Parses and validates a module.
  public static WasmModule validate(byte[] module) {
    return Parser.builder()
        .withValidation(true)
        .build()
        .parse(() -> new ByteArrayInputStream(module));
  }

  /// Compiles a validated module, or takes its code from the cache.
  public static CompiledModule compile(
      WasmModule module, byte[] bytes, List<Syscall> imports, Optional<CompileCache> cache) {
    var builder =
        MachineFactoryCompiler.builder(module).withInterpreterFallback(InterpreterFallback.FAIL);
    cache.ifPresent(found -> builder.withCache(new OneEntry(found, Sha256.of(bytes))));
    Function<Instance, Machine> machine = builder.compile();
    return new CompiledModule(module, machine, imports);
  }

  /// The engine's cache, which asks by its own digest, bound to one module.
  private record OneEntry(CompileCache cache, Hash256 module) implements Cache {
    @Override
    public byte @Nullable [] get(String digest) {
      return cache.get(module, ID).orElse(null);
    }

    @Override
    public void putIfAbsent(String digest, byte[] code) {
      cache.put(module, ID, code);
    }
  }
}
