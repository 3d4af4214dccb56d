// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service;

import java.time.Duration;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.platform.http.EdgeOptions;

/// What a market operator decides.
///
/// @param edge where the market listens
/// @param factory the contract whose channels are followed; never learnt from anywhere else
/// @param following how the chain is followed
/// @param anyProviderHost whether provider hints may name hosts of one's own network; for
///   development only
public record MarketConfig(
    EdgeOptions edge, EvmAddress factory, Following following, boolean anyProviderHost) {
  /// How the chain is followed.
  ///
  /// @param firstBlock the block that made the factory, or any before it
  /// @param blocksAtOnce most final blocks to read in one request
  /// @param poll how often to look for new blocks
  /// @param maxLag blocks that the catalogue may be behind and still be called ready
  public record Following(long firstBlock, int blocksAtOnce, Duration poll, long maxLag) {
    /// From the first block on, at most 2,000 at once, twice a second, ten blocks of lag.
    public static final Following DEFAULT = new Following(0, 2_000, Duration.ofMillis(500), 10);

    /// @throws IllegalArgumentException for numbers that make no progress
    public Following {
      if (firstBlock < 0 || blocksAtOnce < 1 || !poll.isPositive() || maxLag < 0) {
        throw new IllegalArgumentException("following a chain needs positive numbers");
      }
    }
  }
}
