// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.bundle;

import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.ddrm.AppId;

/// What the developer signs: one release of one app.
///
/// @param genesisKey the developer key that the app began with (Ed25519)
/// @param name the app's name; with the genesis key it is the app's identity
/// @param release rises with every release
/// @param version for people
/// @param modules in the order of their bytes
/// @param entry path of the main module
/// @param loader path of the bundle's own loader
/// @param requests kinds of handle (`content`, `audio`) and calls (`call:random`), ascending
/// @param limits what a run may use
/// @param renders media types, ascending
/// @param keys who may sign the next release, ascending
/// @param prev the release before, if any
public record Manifest(
    Bytes genesisKey,
    String name,
    long release,
    String version,
    List<ModuleEntry> modules,
    String entry,
    String loader,
    List<String> requests,
    CapsuleLimits limits,
    List<String> renders,
    List<Bytes> keys,
    Optional<Hash256> prev) {
  /// Keeps copies.
  public Manifest {
    modules = List.copyOf(modules);
    requests = List.copyOf(requests);
    renders = List.copyOf(renders);
    keys = List.copyOf(keys);
  }

  /// The app's lasting identity (decision A6).
  public AppId appId() {
    return AppId.of(genesisKey, name);
  }

  /// Whether the manifest asks for this kind of handle or `call:<name>`.
  public boolean requests(String what) {
    return requests.contains(what);
  }

  /// The index of the module at `path`.
  public int indexOf(String path) {
    for (int i = 0; i < modules.size(); i++) {
      if (modules.get(i).path().equals(path)) {
        return i;
      }
    }
    return -1;
  }
}
