// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.ddrm.AppId;
import org.elastos.smartweb.sandbox.abi.MemoryWindow;
import org.elastos.smartweb.sandbox.bundle.Manifest;
import org.elastos.smartweb.sandbox.internal.calls.CallContext;
import org.elastos.smartweb.sandbox.internal.calls.CapsuleCalls;
import org.elastos.smartweb.sandbox.internal.engine.CompiledModule;
import org.elastos.smartweb.sandbox.internal.engine.GuestInstance;

/// A capsule that passed every check. Each start makes a fresh instance with memory of its own.
/// Thread-safe.
public final class Capsule {
  private final Host host;
  private final Manifest manifest;
  private final Hash256 releaseId;
  private final CompiledModule main;

  Capsule(Host host, Manifest manifest, Hash256 releaseId, CompiledModule main) {
    this.host = host;
    this.manifest = manifest;
    this.releaseId = releaseId;
    this.main = main;
  }

  /// What was signed.
  public Manifest manifest() {
    return manifest;
  }

  /// The app's lasting identity.
  public AppId appId() {
    return manifest.appId();
  }

  /// This build.
  public Hash256 releaseId() {
    return releaseId;
  }

  /// Starts the capsule on a thread of its own.
  public Run start(Grants grants) {
    var context =
        new CallContext(
            manifest,
            releaseId,
            grants.providers(),
            grants.log(),
            host.clock(),
            host.random(),
            host.audit());
    var calls = new CapsuleCalls(context);
    var limits = manifest.limits();
    GuestThread guest =
        GuestThread.start(
            "capsule-" + manifest.name(),
            new GuestThread.Budget(limits.cpuMillis(), limits.wallMillis()),
            () -> {
              try (var instance =
                  main.instantiate(calls, limits.memoryPages(), limits.tableElements())) {
                return runTo(instance);
              }
            });
    return new Run(guest, calls);
  }

  private int runTo(GuestInstance instance) {
    try {
      return instance.call(ModuleChecks.START);
    } finally {
      MemoryWindow all = instance.memory().lendAll();
      host.witness().ended(releaseId, all);
      all.revoke();
    }
  }
}
