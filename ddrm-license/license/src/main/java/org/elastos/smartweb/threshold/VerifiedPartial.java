// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import org.elastos.smartweb.chain.Hash256;

/// A partial whose proof held against the public share of its epoch; made by {@link EpochKeys}
/// alone. Immutable.
public final class VerifiedPartial {
  private final PartialProof proof;
  private final GroupElement d;

  VerifiedPartial(PartialProof proof, GroupElement d) {
    this.proof = proof;
    this.d = d;
  }

  /// The member that made it, 1..n.
  public int index() {
    return proof.index();
  }

  /// The epoch that it belongs to.
  public long epoch() {
    return proof.epoch();
  }

  Hash256 ct() {
    return proof.header().ct();
  }

  GroupElement d() {
    return d;
  }
}
