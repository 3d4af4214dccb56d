// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import java.util.Optional;
import org.elastos.smartweb.sandbox.bundle.CapsuleLimits;
import org.elastos.smartweb.sandbox.cache.CompileCache;

/// What this host accepts.
///
/// @param maxBundleBytes of a whole bundle
/// @param ceiling of what a manifest may ask for
/// @param history what was loaded before
/// @param cache for compiled modules, if any
public record LoadPolicy(
    int maxBundleBytes,
    CapsuleLimits ceiling,
    ReleaseHistory history,
    Optional<CompileCache> cache) {
  /// 32 MiB, the usual ceiling, no history, no cache.
  public static LoadPolicy standard() {
    return new LoadPolicy(32 << 20, CapsuleLimits.CEILING, ReleaseHistory.none(), Optional.empty());
  }

  /// The same with a cache.
  public LoadPolicy with(CompileCache compiled) {
    return new LoadPolicy(maxBundleBytes, ceiling, history, Optional.of(compiled));
  }

  /// The same with a history.
  public LoadPolicy with(ReleaseHistory known) {
    return new LoadPolicy(maxBundleBytes, ceiling, known, cache);
  }
}
