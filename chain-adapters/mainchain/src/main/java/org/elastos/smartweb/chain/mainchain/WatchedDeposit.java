// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.verify.DepositReading.SideChainOutput;
import org.elastos.smartweb.chain.ela.verify.DepositReading.TreasuryOutput;

/// Money that a transaction of a verified block brings to a watched program hash, read from the
/// transaction whose id was recomputed.
///
/// @param txid in internal order
/// @param block in internal order
public record WatchedDeposit(
    Hash256 txid, Hash256 block, long height, ProgramHash program, Reading reading) {
  /// What the output says.
  public sealed interface Reading {
    /// To an address of our own.
    record Treasury(TreasuryOutput output) implements Reading {}

    /// To a side chain's locking address: shown, never minted for (decision F1).
    record SideChain(SideChainOutput output) implements Reading {}
  }
}
