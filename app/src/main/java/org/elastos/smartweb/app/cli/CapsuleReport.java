// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.elastos.smartweb.sandbox.bundle.BundleParse;
import org.elastos.smartweb.sandbox.bundle.CapsuleLimits;
import org.elastos.smartweb.sandbox.bundle.Manifest;
import org.elastos.smartweb.sandbox.bundle.ModuleEntry;

/// What a bundle says of itself, by name, for programs. Stateless.
final class CapsuleReport {
  private CapsuleReport() {}

  /// Reads a bundle's shape; signatures and hashes are another matter.
  static Bundle parsed(byte[] file) {
    return switch (Bundle.parse(file)) {
      case BundleParse.Read(Bundle bundle) -> bundle;
      case BundleParse.Malformed(String detail) ->
          throw new CommandFailure(
              "bundle_malformed", "this is no bundle: " + detail, "get the file again");
    };
  }

  static Map<String, Object> of(Bundle bundle) {
    Manifest manifest = bundle.manifest();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", manifest.name());
    map.put("version", manifest.version());
    map.put("appId", manifest.appId().toString());
    map.put("release", manifest.release());
    map.put("releaseId", bundle.releaseId().toString());
    map.put("genesisKey", manifest.genesisKey().toString());
    manifest.prev().ifPresent(prev -> map.put("prev", prev.toString()));
    map.put("entry", manifest.entry());
    map.put("loader", manifest.loader());
    map.put("modules", manifest.modules().stream().map(CapsuleReport::module).toList());
    map.put("requests", manifest.requests());
    map.put("renders", manifest.renders());
    map.put("limits", limits(manifest.limits()));
    map.put("keys", texts(manifest.keys()));
    map.put("signedBy", texts(bundle.signatures().stream().map(one -> one.key()).toList()));
    return map;
  }

  private static Map<String, Object> module(ModuleEntry entry) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("path", entry.path());
    map.put("role", entry.role().text());
    map.put("bytes", entry.length());
    map.put("sha256", entry.sha256().hex());
    return map;
  }

  private static Map<String, Object> limits(CapsuleLimits limits) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("memoryPages", limits.memoryPages());
    map.put("tableElements", limits.tableElements());
    map.put("cpuMillis", limits.cpuMillis());
    map.put("wallMillis", limits.wallMillis());
    map.put("calls", limits.calls());
    return map;
  }

  private static List<String> texts(List<Bytes> keys) {
    return keys.stream().map(Bytes::toString).toList();
  }
}
