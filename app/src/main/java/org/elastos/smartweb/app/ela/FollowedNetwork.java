// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.ela;

import java.nio.file.Path;
import java.util.Optional;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.mainchain.ChainOrigin;
import org.elastos.smartweb.chain.mainchain.MainchainException;
import org.elastos.smartweb.chain.mainchain.p2p.PeerNetwork;
import org.elastos.smartweb.chain.mainchain.sync.CheckpointFile;
import org.elastos.smartweb.chain.mainchain.sync.Origins;

/// A network of the mainchain and the block from which it is followed.
///
/// @param origin the genesis block, or the checkpoint that the operator answers for
public record FollowedNetwork(ElaNetwork rules, PeerNetwork peers, ChainOrigin origin) {
  /// A public network.
  ///
  /// @param checkpoint a file that the operator answers for; without it the genesis block
  /// @throws CommandFailure `unknown_network`, or why the checkpoint cannot be used
  public static FollowedNetwork of(String name, Optional<Path> checkpoint) {
    ElaNetwork rules = ElaNetwork.named(name).orElseThrow(() -> unknown(name));
    PeerNetwork peers = PeerNetwork.named(name).orElseThrow(() -> unknown(name));
    return new FollowedNetwork(
            rules,
            peers,
            checkpoint.map(FollowedNetwork::read).orElseGet(() -> Origins.genesis(rules)))
        .requireOwn(name);
  }

  private static ChainOrigin read(Path file) {
    try {
      return CheckpointFile.read(file);
    } catch (MainchainException e) {
      throw new CommandFailure(
          e.code(), String.valueOf(e.getMessage()), "get a sound checkpoint file");
    }
  }

  private FollowedNetwork requireOwn(String name) {
    if (!origin.network().equals(name)) {
      throw new CommandFailure(
          "other_network",
          "the checkpoint is of " + origin.network(),
          "give a checkpoint of " + name);
    }
    return this;
  }

  private static CommandFailure unknown(String name) {
    return new CommandFailure(
        "unknown_network",
        "there is no mainchain network " + name,
        "use mainnet, testnet, regnet or development");
  }
}
