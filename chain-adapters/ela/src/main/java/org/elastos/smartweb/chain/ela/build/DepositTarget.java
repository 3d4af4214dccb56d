// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.build;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.address.ElaAddress;

/// Where a deposit goes: the side chain, who gets how much there, what its arbiters get, and data
/// for a called contract. Immutable.
public record DepositTarget(
    ElaAddress sideChain, EvmAddress recipient, Sela amount, Sela fee, Bytes data) {
  /// The least that arbiters take.
  public static final Sela LEAST_FEE = new Sela(10_000);
}
