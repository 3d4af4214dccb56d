// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import java.util.List;
import java.util.Optional;

/// Where the verified chain stands.
///
/// @param head the best block
/// @param finalHeight up to which nothing is ever undone; stands still during a contest and while
///   blocks are made by work alone
/// @param byWork whether blocks are made by work alone at present
/// @param refusedSpends the newest spends of locked outputs that our rule refuses and that nobody
///   has acknowledged
/// @param contest what contradicts the chain; whoever moves money waits while there is one
public record MainchainStatus(
    String network,
    ChainPosition head,
    long headTime,
    long finalHeight,
    boolean byWork,
    Optional<Contest> contest,
    List<LockedSpend> refusedSpends,
    List<SourceStatus> sources) {
  /// Keeps copies.
  public MainchainStatus {
    refusedSpends = List.copyOf(refusedSpends);
    sources = List.copyOf(sources);
  }

  /// How many sources showed the best block when they were asked last.
  public long agreeing() {
    return sources.stream().filter(SourceStatus::agrees).count();
  }
}
