// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.bundle;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.sandbox.abi.Syscall;

/// The manifest as strict DAG-CBOR (`docs/spec/capsule-bundle.md`). Stateless.
final class ManifestCodec {
  private static final int MAX_MODULES = 64;
  private static final int MAX_LIST = 64;
  private static final int MAX_KEYS = 8;
  private static final int MAX_TEXT = 128;
  private static final Comparator<Bytes> BYTEWISE =
      (a, b) -> Arrays.compareUnsigned(a.bytes(), b.bytes());

  private ManifestCodec() {}

  static byte[] encode(Manifest manifest) {
    return Cbor.map()
        .put("v", 1)
        .put("abi", Syscall.ABI)
        .put("genesisKey", manifest.genesisKey())
        .put("name", manifest.name())
        .put("release", manifest.release())
        .put("version", manifest.version())
        .put("modules", list(manifest.modules(), ManifestCodec::module))
        .put("entry", manifest.entry())
        .put("loader", manifest.loader())
        .put("requests", list(manifest.requests(), Cbor::of))
        .put("limits", limits(manifest.limits()))
        .put("renders", list(manifest.renders(), Cbor::of))
        .put("keys", list(manifest.keys(), Cbor::of))
        .put("prev", manifest.prev().map(Cbor::of).orElseGet(Cbor::nothing))
        .encode();
  }

  private static <T> Cbor list(List<T> items, Function<T, Cbor> write) {
    return Cbor.array(items.stream().map(write).toList());
  }

  private static Cbor module(ModuleEntry module) {
    return Cbor.map()
        .put("path", module.path())
        .put("len", module.length())
        .put("sha256", module.sha256())
        .put("role", module.role().text())
        .build();
  }

  private static Cbor limits(CapsuleLimits limits) {
    return Cbor.map()
        .put("memoryPages", limits.memoryPages())
        .put("tableElements", limits.tableElements())
        .put("cpuMillis", limits.cpuMillis())
        .put("wallMillis", limits.wallMillis())
        .put("calls", limits.calls())
        .build();
  }

  static Manifest read(Cbor value) {
    CborMap map = value.asMap().expect("v", 1).expect("abi", Syscall.ABI);
    var manifest =
        new Manifest(
            key(map.value("genesisKey")),
            text(map.value("name")),
            map.uint("release", Integer.MAX_VALUE),
            text(map.value("version")),
            bounded(map.array("modules", ManifestCodec::readModule), MAX_MODULES),
            text(map.value("entry")),
            text(map.value("loader")),
            ascending(map.array("requests", ManifestCodec::text), Comparator.naturalOrder()),
            readLimits(map.map("limits")),
            ascending(map.array("renders", ManifestCodec::text), Comparator.naturalOrder()),
            bounded(ascending(map.array("keys", ManifestCodec::key), BYTEWISE), MAX_KEYS),
            map.nullable("prev", Cbor::asHash));
    map.end();
    roles(manifest);
    return manifest;
  }

  private static ModuleEntry readModule(Cbor value) {
    CborMap map = value.asMap();
    Optional<Role> role = Role.named(map.text("role"));
    var module =
        new ModuleEntry(
            text(map.value("path")),
            map.uint("len", Integer.MAX_VALUE),
            map.bytes32("sha256"),
            role.orElseThrow(() -> new CborException("a module has an unknown role")));
    map.end();
    return module;
  }

  private static CapsuleLimits readLimits(CborMap map) {
    var limits =
        new CapsuleLimits(
            map.uint("memoryPages", 65_536),
            map.uint("tableElements", Integer.MAX_VALUE),
            map.uint("cpuMillis"),
            map.uint("wallMillis"),
            map.uint("calls"));
    map.end();
    return limits;
  }

  /// One main, one loader, each where the manifest says; every path once.
  private static void roles(Manifest manifest) {
    long paths = manifest.modules().stream().map(ModuleEntry::path).distinct().count();
    if (paths != manifest.modules().size()
        || !only(manifest, Role.MAIN, manifest.entry())
        || !only(manifest, Role.LOADER, manifest.loader())) {
      throw new CborException("the modules' paths and roles do not fit");
    }
    if (manifest.keys().isEmpty()) {
      throw new CborException("no key may sign the next release");
    }
  }

  private static boolean only(Manifest manifest, Role role, String path) {
    return manifest.modules().stream()
        .filter(module -> module.role() == role)
        .map(ModuleEntry::path)
        .toList()
        .equals(List.of(path));
  }

  private static String text(Cbor value) {
    String text = value.asText();
    if (text.isEmpty() || text.length() > MAX_TEXT || text.chars().anyMatch(c -> c < ' ')) {
      throw new CborException("a text is empty, too long or has control characters");
    }
    return text;
  }

  private static Bytes key(Cbor value) {
    Bytes key = value.asBytes(Ed25519.PUBLIC_KEY_BYTES);
    if (!Ed25519.isPublicKey(key)) {
      throw new CborException("a key is no Ed25519 public key");
    }
    return key;
  }

  private static <T> List<T> bounded(List<T> items, int most) {
    if (items.size() > most) {
      throw new CborException("a list is too long");
    }
    return items;
  }

  private static <T> List<T> ascending(List<T> items, Comparator<? super T> order) {
    for (int i = 1; i < items.size(); i++) {
      if (order.compare(items.get(i - 1), items.get(i)) >= 0) {
        throw new CborException("a list is not ascending");
      }
    }
    return bounded(items, MAX_LIST);
  }
}
