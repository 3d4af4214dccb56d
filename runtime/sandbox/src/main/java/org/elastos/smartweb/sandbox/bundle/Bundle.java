// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Sha256;

/// One parsed bundle. That it parsed says nothing of signatures or hashes: only the loader does.
///
/// @param manifest what is signed
/// @param releaseId SHA-256 of the manifest's bytes
/// @param signatures in ascending order of their keys
/// @param modules bytes in the manifest's order
public record Bundle(
    Manifest manifest, Hash256 releaseId, List<ReleaseSignature> signatures, List<Bytes> modules) {
  /// Keeps copies.
  public Bundle {
    signatures = List.copyOf(signatures);
    modules = List.copyOf(modules);
  }

  /// What a developer writes; lengths and hashes of the modules are computed. Lists may come in any
  /// order.
  ///
  /// @param draft a manifest whose `modules` are replaced
  /// @param files bytes by path, in the bundle's order
  /// @param roles role by path; `PART` where none is given
  public static Bundle pack(
      Manifest draft, SequencedMap<String, Bytes> files, Map<String, Role> roles) {
    List<ModuleEntry> entries = new ArrayList<>();
    files.forEach((path, bytes) ->
        entries.add(
            new ModuleEntry(
                path,
                bytes.size(),
                Sha256.of(bytes.bytes()),
                roles.getOrDefault(path, Role.PART))));
    Manifest manifest = BundleCodec.canonical(draft, entries);
    return new Bundle(
        manifest, BundleCodec.releaseId(manifest), List.of(), List.copyOf(files.values()));
  }

  /// The same release with one more signature; signing again with a key replaces nothing.
  public Bundle sign(SecretBytes seed) {
    ReleaseSignature added = ReleaseSignature.sign(releaseId, seed);
    if (signatures.contains(added)) {
      return this;
    }
    List<ReleaseSignature> all = new ArrayList<>(signatures);
    all.add(added);
    all.sort((a, b) -> a.key().hex().compareTo(b.key().hex()));
    return new Bundle(manifest, releaseId, all, modules);
  }

  /// The `.capsule` file.
  public byte[] encode() {
    return BundleCodec.encode(this);
  }

  /// Reads a `.capsule` file.
  public static BundleParse parse(byte[] file) {
    return BundleCodec.parse(file);
  }
}
