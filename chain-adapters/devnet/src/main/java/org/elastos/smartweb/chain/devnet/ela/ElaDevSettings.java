// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela;

import java.nio.file.Path;
import java.time.Duration;
import org.elastos.smartweb.chain.devnet.ela.rules.DevRules;

/// How the ELA development node is started. Immutable.
///
/// @param directory where seed and blocks lie; created when missing
/// @param rpcPort the loopback port of JSON-RPC, 0 for any
/// @param peerPort the loopback port of the peer protocol, 0 for any
/// @param interval how often a block is mined; zero mines on demand only
/// @param funded whether the start mines until the wallet has coins to spend
public record ElaDevSettings(
    Path directory, int rpcPort, int peerPort, Duration interval, boolean funded, DevRules rules) {
  /// Refuses an interval below zero.
  public ElaDevSettings {
    if (interval.isNegative()) {
      throw new IllegalArgumentException("an interval is not negative");
    }
  }

  /// Regnet's ports, a block every two seconds, a funded wallet.
  public static ElaDevSettings standard(Path directory) {
    return new ElaDevSettings(
        directory, 22_336, 22_338, Duration.ofSeconds(2), true, DevRules.standard());
  }

  /// Any free ports, blocks on demand, an empty wallet: for tests.
  public static ElaDevSettings onDemand(Path directory, DevRules rules) {
    return new ElaDevSettings(directory, 0, 0, Duration.ZERO, false, rules);
  }
}
