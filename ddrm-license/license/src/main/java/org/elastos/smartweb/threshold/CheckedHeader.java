// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.TaggedHash;

/// A header whose proof was verified for one label; the only thing a share is ever applied to. Made
/// by {@link ThresholdKem} alone. Immutable.
public final class CheckedHeader {
  private final ThresholdHeader header;
  private final Hash256 label;
  private final Hash256 ct;

  CheckedHeader(ThresholdHeader header, Hash256 label) {
    this.header = header;
    this.label = label;
    this.ct = TaggedHash.hash("smartweb/v1/ct", label.bytes(), header.bytes());
  }

  /// The header itself.
  public ThresholdHeader header() {
    return header;
  }

  /// The label it was checked against.
  public Hash256 label() {
    return label;
  }

  /// H(`smartweb/v1/ct`; label, K): names this ciphertext under this label.
  public Hash256 ct() {
    return ct;
  }
}
