// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.abi;

import java.util.Map;
import java.util.Set;
import org.elastos.smartweb.ddrm.AppId;
import org.elastos.smartweb.ddrm.Terms;

/// What the creator's statement allows for a licensed stream: the apps that may open it, each with
/// its lowest release, and the kinds of handle through which such an app may give something out.
///
/// @param renderers app id to lowest release
/// @param outputs kinds, such as `audio`
public record StreamTerms(Map<AppId, Long> renderers, Set<String> outputs) {
  /// Keeps copies.
  public StreamTerms {
    renderers = Map.copyOf(renderers);
    outputs = Set.copyOf(outputs);
  }

  /// What these signed terms allow.
  public static StreamTerms of(Terms.Rendering rendering) {
    return new StreamTerms(rendering.renderers(), Set.copyOf(rendering.outputs()));
  }

  /// True where this release of this app may open the stream.
  public boolean admits(AppId appId, long release) {
    Long lowest = renderers.get(appId);
    return lowest != null && release >= lowest;
  }
}
