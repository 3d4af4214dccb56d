// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import java.util.List;
import java.util.function.Consumer;
import org.elastos.smartweb.sandbox.abi.HandleProvider;

/// What the owner grants to one run. What the manifest did not request stays closed all the same.
///
/// @param providers one for each kind
/// @param log takes the capsule's own log lines
public record Grants(List<HandleProvider> providers, Consumer<String> log) {
  /// Keeps a copy.
  public Grants {
    providers = List.copyOf(providers);
  }

  /// These kinds; log lines are dropped.
  public static Grants of(HandleProvider... providers) {
    return new Grants(List.of(providers), line -> {});
  }
}
