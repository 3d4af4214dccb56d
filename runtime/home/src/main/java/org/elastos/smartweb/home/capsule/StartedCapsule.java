// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.capsule;

import java.util.List;
import org.elastos.smartweb.chain.Hash256;

/// A capsule that was started without a work and got ready: it ran, opened the handles that it
/// wants, found nothing in them and ended by itself.
///
/// @param opened the monikers, in the order in which it opened them
/// @param exitCode its own
/// @param calls that it made
public record StartedCapsule(
    Hash256 releaseId, String name, List<String> opened, int exitCode, long calls) {
  /// Keeps a copy.
  public StartedCapsule {
    opened = List.copyOf(opened);
  }
}
