// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.p2p;

import java.util.Optional;

/// How peers of a network find each other.
///
/// @param magic in front of every message, an unsigned 32-bit number
/// @param port where nodes listen by default
public record PeerNetwork(String name, long magic, int port) {
  public static final PeerNetwork MAINNET = new PeerNetwork("mainnet", 2_017_001, 20_338);
  public static final PeerNetwork TESTNET = new PeerNetwork("testnet", 2_018_101, 21_338);
  public static final PeerNetwork REGNET = new PeerNetwork("regnet", 2_018_201, 22_338);

  /// The public network of that name.
  public static Optional<PeerNetwork> named(String name) {
    return switch (name) {
      case "mainnet" -> Optional.of(MAINNET);
      case "testnet" -> Optional.of(TESTNET);
      case "regnet" -> Optional.of(REGNET);
      default -> Optional.empty();
    };
  }
}
