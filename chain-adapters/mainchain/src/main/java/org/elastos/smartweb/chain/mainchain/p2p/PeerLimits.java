// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.p2p;

import java.time.Duration;

/// How patient we are with a peer.
///
/// @param connect for the connection
/// @param handshake for version and verack, both ways
/// @param exchange for one question with all its answers
/// @param unasked how many messages that nobody asked for it may send during one exchange
/// @param blocksAtOnce how many blocks are asked for in one message
/// @param bytes after which an exchange ends with the blocks that are there
public record PeerLimits(
    Duration connect,
    Duration handshake,
    Duration exchange,
    int unasked,
    int blocksAtOnce,
    long bytes) {
  /// 10 s, 30 s, 90 s, 2,000 messages, 50 blocks, 32 MiB.
  public static final PeerLimits DEFAULT =
      new PeerLimits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(90),
          2_000,
          50,
          32L << 20);

  /// @throws IllegalArgumentException unless all are positive
  public PeerLimits {
    boolean times = connect.isPositive() && handshake.isPositive() && exchange.isPositive();
    if (!times || unasked < 1 || blocksAtOnce < 1 || bytes < 1) {
      throw new IllegalArgumentException("the limits of a peer are positive");
    }
  }
}
