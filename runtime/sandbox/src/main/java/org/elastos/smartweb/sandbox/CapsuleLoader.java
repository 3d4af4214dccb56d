// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.sandbox.abi.Syscall;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.elastos.smartweb.sandbox.bundle.BundleParse;
import org.elastos.smartweb.sandbox.bundle.Manifest;
import org.elastos.smartweb.sandbox.bundle.ModuleEntry;
import org.elastos.smartweb.sandbox.bundle.Role;
import org.elastos.smartweb.sandbox.cache.CompileCache;
import org.elastos.smartweb.sandbox.cache.TamperedCacheException;
import org.elastos.smartweb.sandbox.internal.calls.LoaderCalls;
import org.elastos.smartweb.sandbox.internal.engine.CompiledModule;
import org.elastos.smartweb.sandbox.internal.engine.EndiveEngine;
import org.elastos.smartweb.sandbox.internal.wasm.WasmShape;

/// Turns the bytes of a bundle into a capsule, or says at which stage and why not. Nothing of a
/// refused bundle ever runs, apart from its loader, which runs last and reaches nothing but the
/// bundle. Thread-safe.
public final class CapsuleLoader {
  private static final Duration SELF_CHECK_TIME = Duration.ofSeconds(20);

  private final Host host;

  /// Loads for this host.
  public CapsuleLoader(Host host) {
    this.host = host;
  }

  /// Runs all stages.
  public LoadOutcome load(byte[] file, LoadPolicy policy) {
    try {
      Bundle bundle = examine(file, policy);
      return prepare(bundle, policy);
    } catch (LoadRefusal refusal) {
      return refusal.value();
    }
  }

  /// The stages that need no engine and run nothing: what `verify` means.
  ///
  /// @return empty where all of them pass
  public Optional<LoadOutcome.Refused> verify(byte[] file, LoadPolicy policy) {
    try {
      Bundle bundle = examine(file, policy);
      shapes(bundle);
      return Optional.empty();
    } catch (LoadRefusal refusal) {
      return Optional.of(refusal.value());
    }
  }

  /// Stages SIZE to HASHES: the host's own checks of the bundle.
  static Bundle examine(byte[] file, LoadPolicy policy) {
    if (file.length > policy.maxBundleBytes()) {
      throw new LoadRefusal(RefusalCode.BUNDLE_TOO_LARGE, "the bundle is larger than allowed");
    }
    Bundle bundle =
        switch (Bundle.parse(file)) {
          case BundleParse.Read(Bundle read) -> read;
          case BundleParse.Malformed(String detail) ->
              throw new LoadRefusal(RefusalCode.BUNDLE_MALFORMED, detail);
        };
    if (!bundle.manifest().limits().within(policy.ceiling())) {
      throw new LoadRefusal(RefusalCode.LIMITS_EXCEEDED, "the manifest asks for more than allowed");
    }
    Trust.check(bundle, policy.history());
    for (int i = 0; i < bundle.modules().size(); i++) {
      ModuleEntry entry = bundle.manifest().modules().get(i);
      Hash256 found = Sha256.of(bundle.modules().get(i).bytes());
      if (!found.equals(entry.sha256())) {
        throw new LoadRefusal(
            RefusalCode.MODULE_HASH_MISMATCH,
            entry.path() + ": found SHA-256 " + found + ", signed was " + entry.sha256());
      }
    }
    return bundle;
  }

  /// Stages SHAPE to SELF_CHECK, on a bundle that has passed the host's checks.
  LoadOutcome prepare(Bundle bundle, LoadPolicy policy) {
    try {
      Map<Integer, List<Syscall>> imports = shapes(bundle);
      Manifest manifest = bundle.manifest();
      int entry = manifest.indexOf(manifest.entry());
      int loader = manifest.indexOf(manifest.loader());
      CompiledModule main = compile(bundle, entry, imports.getOrDefault(entry, List.of()), policy);
      CompiledModule check =
          compile(bundle, loader, imports.getOrDefault(loader, List.of()), policy);
      selfCheck(check, bundle);
      return new LoadOutcome.Loaded(new Capsule(host, manifest, bundle.releaseId(), main));
    } catch (LoadRefusal refusal) {
      return refusal.value();
    }
  }

  /// Stages SHAPE and IMPORTS: what each module imports.
  private static Map<Integer, List<Syscall>> shapes(Bundle bundle) {
    Map<Integer, List<Syscall>> imports = new HashMap<>();
    for (int i = 0; i < bundle.modules().size(); i++) {
      ModuleEntry entry = bundle.manifest().modules().get(i);
      if (entry.role() != Role.PART) {
        WasmShape shape =
            ModuleChecks.shape(bundle.modules().get(i).bytes(), entry, bundle.manifest());
        imports.put(i, ModuleChecks.imports(shape, entry, bundle.manifest()));
      }
    }
    return imports;
  }

  /// Stages ENGINE and COMPILE. An engine that meets a hostile module may throw anything.
  private static CompiledModule compile(
      Bundle bundle, int index, List<Syscall> imports, LoadPolicy policy) {
    String path = bundle.manifest().modules().get(index).path();
    byte[] module = bundle.modules().get(index).bytes();
    var valid = guarded(RefusalCode.ENGINE_REFUSED, path, () -> EndiveEngine.validate(module));
    Optional<CompileCache> cache = policy.cache();
    return guarded(
        RefusalCode.COMPILE_FAILED,
        path,
        () -> EndiveEngine.compile(valid, module, imports, cache));
  }

  private static <T> T guarded(RefusalCode code, String path, Supplier<T> work) {
    try {
      return work.get();
    } catch (TamperedCacheException e) {
      throw new LoadRefusal(RefusalCode.COMPILED_CACHE_TAMPERED, path + ": " + e.getMessage());
    } catch (Throwable e) {
      throw new LoadRefusal(code, path + ": " + e.getClass().getSimpleName());
    }
  }

  /// Stage SELF_CHECK: the bundle's own loader, alone with the bundle's bytes.
  private static void selfCheck(CompiledModule loader, Bundle bundle) {
    List<Bytes> modules = bundle.modules();
    var limits = bundle.manifest().limits();
    GuestThread guest =
        GuestThread.start(
            "capsule-loader",
            new GuestThread.Budget(SELF_CHECK_TIME.toMillis(), SELF_CHECK_TIME.toMillis()),
            () -> {
              var calls = new LoaderCalls(modules);
              try (var instance =
                  loader.instantiate(calls, limits.memoryPages(), limits.tableElements())) {
                return instance.call(ModuleChecks.VERIFY);
              }
            });
    GuestThread.End end = guest.join();
    if (!(end instanceof GuestThread.End.Returned(int code)) || code != 0) {
      throw new LoadRefusal(
          RefusalCode.SELF_CHECK_FAILED, "the bundle's own loader does not accept it");
    }
  }
}
