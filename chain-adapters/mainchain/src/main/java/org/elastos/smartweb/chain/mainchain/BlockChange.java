// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;

/// A new block and what it does to the best chain.
///
/// @param header as it came
/// @param confirm as it came
/// @param dropped hash by hash what leaves the best chain, highest first
/// @param adopted what joins it, lowest first, the new block included; empty when it stands beside
/// @param watched what of it has to do with watched program hashes
public record BlockChange(
    ChainPoint point,
    Bytes header,
    Optional<Bytes> confirm,
    List<Hash256> dropped,
    List<Hash256> adopted,
    Watched watched) {
  /// Keeps copies.
  public BlockChange {
    dropped = List.copyOf(dropped);
    adopted = List.copyOf(adopted);
  }

  /// What is kept of a block's transactions.
  ///
  /// @param outputs to watched program hashes and to side chains' locking addresses
  /// @param refused spends of what is locked for side chains that our rule refuses
  public record Watched(
      List<KeptTransaction> transactions,
      Map<OutputId, WatchedOutput> outputs,
      List<LockedSpend> refused) {
    /// Nothing at all.
    public static final Watched NOTHING = new Watched(List.of(), Map.of(), List.of());

    /// Keeps copies.
    public Watched {
      transactions = List.copyOf(transactions);
      outputs = Map.copyOf(outputs);
      refused = List.copyOf(refused);
    }
  }
}
