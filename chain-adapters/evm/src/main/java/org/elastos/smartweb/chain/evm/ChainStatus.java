// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.ChainId;

/// How one chain looks just now, for people and monitors.
///
/// @param name the profile's
/// @param independent whether every source is on a host of its own
/// @param agreement `agreed`, or the code of the reason why nothing is
/// @param head the newest block that a quorum agrees on
/// @param finalized the newest final one
/// @param lag the age of the head
public record ChainStatus(
    String name,
    ChainId chain,
    boolean independent,
    int quorum,
    String agreement,
    Optional<BlockRef> head,
    Optional<BlockRef> finalized,
    Optional<Duration> lag,
    List<Source> sources) {
  /// Keeps a copy of the sources.
  public ChainStatus {
    sources = List.copyOf(sources);
  }

  /// Whether a quorum agrees on a head.
  public boolean isAgreed() {
    return agreement.equals("agreed");
  }

  /// What one source says by itself.
  ///
  /// @param head its newest block
  /// @param agrees whether it has the agreed head on its chain; false when nothing is agreed
  /// @param detail why it gives no answer; empty when it does
  public record Source(String name, Optional<BlockRef> head, boolean agrees, String detail) {}
}
