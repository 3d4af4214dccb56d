// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.sandbox.audit.AuditLog;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.elastos.smartweb.sandbox.bundle.CapsuleLimits;
import org.elastos.smartweb.sandbox.bundle.Manifest;
import org.elastos.smartweb.sandbox.bundle.Role;

/// Bundles and hosts for tests.
final class Bundles {
  static final SecretBytes DEVELOPER = seed(1);
  static final SecretBytes STRANGER = seed(2);
  static final CapsuleLimits SMALL = new CapsuleLimits(64, 1_000, 3_000, 5_000, 100_000);

  private Bundles() {}

  static SecretBytes seed(int number) {
    return SecretBytes.copyOf(Sha256.of(new byte[] {(byte) number}).bytes());
  }

  static Host host() {
    return new Host(InstantSource.system(), new SecureRandom(), new AuditLog());
  }

  /// A loader that accepts everything.
  static byte[] yes() {
    var wasm = new Wasm();
    return wasm.export("capsule_verify", wasm.function("", "i", "", Wasm.i32(0))).build();
  }

  /// A main module that returns a number.
  static byte[] returning(int number) {
    var wasm = new Wasm();
    return wasm.export("capsule_start", wasm.function("", "i", "", Wasm.i32(number))).build();
  }

  static Manifest draft(String... requests) {
    Bytes key = Ed25519.publicKey(DEVELOPER);
    return new Manifest(
        key,
        "test",
        1,
        "1.0.0",
        List.of(),
        "main.wasm",
        "loader.wasm",
        List.of(requests),
        SMALL,
        List.of("text/plain"),
        List.of(key),
        Optional.empty());
  }

  static Manifest next(Manifest m, long release, List<Bytes> keys, Optional<Hash256> prev) {
    return new Manifest(
        m.genesisKey(),
        m.name(),
        release,
        m.version(),
        m.modules(),
        m.entry(),
        m.loader(),
        m.requests(),
        m.limits(),
        m.renders(),
        keys,
        prev);
  }

  static Manifest limited(Manifest m, CapsuleLimits limits) {
    return new Manifest(
        m.genesisKey(),
        m.name(),
        m.release(),
        m.version(),
        m.modules(),
        m.entry(),
        m.loader(),
        m.requests(),
        limits,
        m.renders(),
        m.keys(),
        m.prev());
  }

  static Bundle pack(Manifest draft, byte[] main) {
    return pack(draft, main, yes());
  }

  static Bundle pack(Manifest draft, byte[] main, byte[] loader) {
    var files = new LinkedHashMap<String, Bytes>();
    files.put("main.wasm", Bytes.of(main));
    files.put("loader.wasm", Bytes.of(loader));
    return Bundle.pack(draft, files, Map.of("main.wasm", Role.MAIN, "loader.wasm", Role.LOADER));
  }

  static Bundle signed(byte[] main, String... requests) {
    return pack(draft(requests), main).sign(DEVELOPER);
  }

  /// A module whose `capsule_start` is this code, with one page of memory.
  static byte[] main(UnaryOperator<Wasm> shape, byte[]... code) {
    Wasm wasm = shape.apply(new Wasm().memory(0, 1));
    return wasm.export("capsule_start", wasm.function("", "i", "", code)).build();
  }

  static LoadOutcome load(Bundle bundle) {
    return new CapsuleLoader(host()).load(bundle.encode(), LoadPolicy.standard());
  }

  static Capsule loaded(Host host, Bundle bundle) {
    return switch (new CapsuleLoader(host).load(bundle.encode(), LoadPolicy.standard())) {
      case LoadOutcome.Loaded(Capsule capsule) -> capsule;
      case LoadOutcome.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  static RunOutcome run(Bundle bundle, Grants grants) {
    try (Run run = loaded(host(), bundle).start(grants)) {
      return run.await();
    }
  }
}
