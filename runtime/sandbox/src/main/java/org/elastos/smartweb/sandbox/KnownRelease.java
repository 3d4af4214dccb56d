// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.sandbox.bundle.Manifest;

/// What a home remembers of a release that it has loaded.
///
/// @param id release id
/// @param number its number
/// @param keys who may sign the next one
public record KnownRelease(Hash256 id, long number, List<Bytes> keys) {
  /// Keeps a copy.
  public KnownRelease {
    keys = List.copyOf(keys);
  }

  /// What is to be remembered of this one.
  public static KnownRelease of(Manifest manifest, Hash256 id) {
    return new KnownRelease(id, manifest.release(), manifest.keys());
  }
}
