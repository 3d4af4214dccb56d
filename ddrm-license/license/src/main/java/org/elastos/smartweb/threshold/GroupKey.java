// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.TaggedHash;

/// The public key of a committee, the same through every epoch. Immutable.
public record GroupKey(GroupElement point) {
  /// The hash that names the key everywhere: H(`smartweb/v1/group`; suite, Y).
  public Hash256 gk() {
    return TaggedHash.hash("smartweb/v1/group", Suite.id(), point.bytes());
  }
}
