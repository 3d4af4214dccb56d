// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.calls;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.ddrm.AppId;
import org.elastos.smartweb.sandbox.abi.Errno;
import org.elastos.smartweb.sandbox.abi.StreamTerms;

/// What decision D2 lets one instance do. Once it has opened a licensed stream its memory may hold
/// plaintext, so the confinement lasts until the instance ends, also after the stream was closed.
final class Confinement {
  private final AppId appId;
  private final long release;
  private final List<StreamTerms> held = new ArrayList<>();

  Confinement(AppId appId, long release) {
    this.appId = appId;
    this.release = release;
  }

  /// May a licensed stream be opened beside these ways out that are open already?
  Optional<Errno> mayHold(StreamTerms terms, Collection<String> openOutputs) {
    if (!terms.admits(appId, release)) {
      return Optional.of(Errno.RENDERER_NOT_ALLOWED);
    }
    return terms.outputs().containsAll(openOutputs)
        ? Optional.empty()
        : Optional.of(Errno.OUTPUT_NOT_ALLOWED);
  }

  void hold(StreamTerms terms) {
    held.add(terms);
  }

  /// May bytes leave through this kind?
  boolean mayGiveOut(String kind) {
    return held.stream().allMatch(terms -> terms.outputs().contains(kind));
  }
}
