// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.verify.Rule;

/// A transaction in a verified block that spends what is locked for side chains, and what our own
/// rule says about it. The chain took it, whatever the rule says.
///
/// @param txid in internal order
/// @param block in internal order
/// @param verdict [#ALLOWED], or the code of the rule that it breaks
public record LockedSpend(Hash256 txid, Hash256 block, long height, String verdict) {
  /// The verdict on a spend by those who may.
  public static final String ALLOWED = "allowed";

  /// Whether it is an alarm. Where the council is not known nobody can judge.
  public boolean refused() {
    return !verdict.equals(ALLOWED) && !verdict.equals(Rule.X_SPEND_ARBITERS_UNKNOWN.code());
  }
}
