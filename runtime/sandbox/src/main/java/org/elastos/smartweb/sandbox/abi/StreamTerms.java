// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.abi;

import java.util.Map;
import java.util.Set;
import org.elastos.smartweb.chain.Hash256;

/// What the creator's statement allows for a licensed stream: the apps that may open it, each with
/// its lowest release, and the kinds of handle through which such an app may give something out.
///
/// @param renderers app id to lowest release
/// @param outputs kinds, such as `audio`
public record StreamTerms(Map<Hash256, Long> renderers, Set<String> outputs) {
  /// Keeps copies.
  public StreamTerms {
    renderers = Map.copyOf(renderers);
    outputs = Set.copyOf(outputs);
  }

  /// True where this release of this app may open the stream.
  public boolean admits(Hash256 appId, long release) {
    Long lowest = renderers.get(appId);
    return lowest != null && release >= lowest;
  }
}
